using Trawl.Api.Schedules;
using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Hosting.Schedules;

/// <summary>Schedules and firings as doors see them.</summary>
internal static class ScheduleViews
{
    public static ScheduleInfo Of(ScheduleRow row, DateTimeOffset now) => new()
    {
        Name = row.Schedule.Name,
        Pipeline = row.Schedule.Pipeline,
        Trigger = Of(row.Schedule.Trigger),
        IsPaused = row.IsPaused,
        MadeAt = row.MadeAt,
        Overlap = Name(row.Schedule.Overlap),
        Missed = Name(row.Schedule.Missed),
        JitterSeconds = row.Schedule.Jitter.TotalSeconds,
        Priority = row.Schedule.Priority,
        Next = row.IsPaused ? null : DueTimes.Next(row.Schedule.Trigger, row.MadeAt, now),
    };

    public static FiringInfo Of(Firing firing) => new(
        firing.Id, firing.Schedule, firing.Due, firing.NotBefore, Name(firing.State), firing.RunId, firing.Reason,
        firing.Outcome is { } outcome ? Name(outcome) : null);

    public static IEnumerable<NextTime> Next(ScheduleRow row, DateTimeOffset now, int limit)
    {
        var at = DueTimes.Next(row.Schedule.Trigger, row.MadeAt, now);
        for (var i = 0; i < limit && at is { } due; i++)
        {
            yield return new NextTime(row.Schedule.Name, due, due + DueTimes.PutOff(row.Schedule, due));
            at = DueTimes.Next(row.Schedule.Trigger, row.MadeAt, due);
        }
    }

    private static ScheduleTrigger Of(Trigger trigger) => trigger switch
    {
        CronTrigger cron => new ScheduleTrigger { Cron = cron.Expression, Zone = cron.Zone },
        IntervalTrigger every => new ScheduleTrigger { EverySeconds = every.Every.TotalSeconds },
        OnceTrigger once => new ScheduleTrigger { At = once.At },
        AfterTrigger after => new ScheduleTrigger { After = after.Schedule, When = Name(after.When) },
        _ => new ScheduleTrigger(),
    };

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
