using System.Text.RegularExpressions;
using Trawl.Scheduling.Cron;

namespace Trawl.Scheduling.Schedules;

/// <summary>What a schedule must be.</summary>
public static partial class ScheduleCheck
{
    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public static string? Problem(Schedule schedule, DateTimeOffset now) =>
        !Name().IsMatch(schedule.Name)
            ? $"\"{schedule.Name}\" cannot be a name: write 1 to 64 letters, digits, \"-\", \"_\" and \".\"."
            : schedule.Jitter < TimeSpan.Zero || schedule.Jitter > TimeSpan.FromDays(1)
                ? "The jitter is a time from 0 to a day."
                : schedule.Priority is < -100 or > 100
                    ? "The priority is a number from -100 to 100."
                    : Problem(schedule.Trigger, schedule.Name, now);

    private static string? Problem(Trigger trigger, string name, DateTimeOffset now) => trigger switch
    {
        CronTrigger cron when !CronExpression.TryParse(cron.Expression, out _, out var error) =>
            $"\"{cron.Expression}\" is no cron expression, at column {error.Position + 1}: {error.Message}",
        CronTrigger cron when !TimeZoneInfo.TryFindSystemTimeZoneById(cron.Zone, out _) =>
            $"\"{cron.Zone}\" is no time zone: write it as Europe/Berlin or UTC.",
        IntervalTrigger every when every.Every < TimeSpan.FromSeconds(1) || every.Every > TimeSpan.FromDays(366) =>
            "The pace is a time from a second to a year.",
        OnceTrigger once when once.At <= now => $"{once.At:u} has been.",
        AfterTrigger after when after.Schedule == name => "A schedule cannot wait for itself.",
        _ => null,
    };

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
