using System.Security.Cryptography;
using System.Text;
using Trawl.Scheduling.Cron;

namespace Trawl.Scheduling.Schedules;

/// <summary>When a schedule is due by the clock.</summary>
public static class DueTimes
{
    /// <summary>The first time after a moment; null when it is not due by the clock again.</summary>
    /// <param name="trigger">What makes it due.</param>
    /// <param name="madeAt">When the schedule was made.</param>
    /// <param name="after">The moment.</param>
    public static DateTimeOffset? Next(Trigger trigger, DateTimeOffset madeAt, DateTimeOffset after) => trigger switch
    {
        CronTrigger cron => CronExpression.TryParse(cron.Expression, out var expression, out _)
            ? new CronCalendar(expression, TimeZoneInfo.FindSystemTimeZoneById(cron.Zone)).Next(after)
            : null,
        IntervalTrigger every => after < madeAt ? madeAt + every.Every : madeAt + (every.Every * (((after - madeAt).Ticks / every.Every.Ticks) + 1)),
        OnceTrigger once => once.At > after ? once.At : null,
        _ => null,
    };

    /// <summary>How much a firing is put off: from 0 to below the jitter, the same for the same name and time.</summary>
    public static TimeSpan PutOff(Schedule schedule, DateTimeOffset due)
    {
        if (schedule.Jitter == TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{schedule.Name} {due.UtcTicks}")));
        return TimeSpan.FromMilliseconds(Math.Floor(schedule.Jitter.TotalMilliseconds * (BitConverter.ToUInt32(hash) / (uint.MaxValue + 1.0))));
    }
}
