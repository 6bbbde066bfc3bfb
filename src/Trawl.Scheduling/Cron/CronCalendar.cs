using Trawl.Scheduling.Zones;

namespace Trawl.Scheduling.Cron;

/// <summary>When a cron expression is due in a time zone, daylight saving included.</summary>
/// <remarks>
/// The rules of Vixie cron and cronie, for changes of the clocks below three hours; at a larger one, or where the zone's
/// standard time is redefined so far, the new time simply counts.
/// <list type="bullet">
/// <item>Times of the day (neither minute nor hour begins with a star). Put forward: what falls into the skipped time is
/// due once, right after it. Put back: what falls into the repeated time is due the first time only.</item>
/// <item>A cadence (minute or hour begins with a star) keeps its real pace: in the skipped time nothing is due, in the
/// repeated time it is due both times.</item>
/// </list>
/// </remarks>
/// <param name="expression">The expression.</param>
/// <param name="zone">The zone of its wall clock.</param>
public sealed class CronCalendar(CronExpression expression, TimeZoneInfo zone)
{
    private static readonly TimeSpan s_ordinary = TimeSpan.FromHours(3);
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    private readonly ZoneClock _clock = new(zone);

    /// <summary>The first time it is due after a moment, in UTC at a whole minute; null when it never is again.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var from = after.ToUniversalTime();
        var local = FirstMinute(_clock.Local(from));
        while (true)
        {
            var offset = _clock.OffsetAt(from);
            if (expression.NextLocal(local) is not { } wanted) return null;
            var due = Moment(wanted, offset);
            var change = due > from ? _clock.NextChange(from, due) : null;
            if (change is not { } changed)
            {
                if (!IsRepeat(due, wanted)) return due;
                local = wanted + s_minute;
                continue;
            }

            if (Skipped(changed)) return changed.At;
            from = changed.At;
            local = CeilingMinute(changed.At.UtcDateTime + changed.After);
        }
    }

    /// <summary>The first whole minute strictly after.</summary>
    private static DateTime FirstMinute(DateTime local) => CeilingMinute(local.AddTicks(1));

    private static DateTime CeilingMinute(DateTime local)
    {
        var over = local.Ticks % TimeSpan.TicksPerMinute;
        return over == 0 ? local : local.AddTicks(TimeSpan.TicksPerMinute - over);
    }

    private static DateTimeOffset Moment(DateTime local, TimeSpan offset) => new(local.Ticks - offset.Ticks, TimeSpan.Zero);

    private static bool IsSpecial(ZoneChange change) => change.Shift.Duration() < s_ordinary;

    /// <summary>Whether a time of the day falls into what this change skips: it is due at the change.</summary>
    private bool Skipped(ZoneChange change)
    {
        if (expression.IsCadence || change.Shift <= TimeSpan.Zero || !IsSpecial(change)) return false;
        var gap = CeilingMinute(change.At.UtcDateTime + change.Before);
        return expression.NextLocal(gap) is { } missed && missed < change.At.UtcDateTime + change.After;
    }

    /// <summary>Whether a time of the day has been there already, before clocks were put back.</summary>
    private bool IsRepeat(DateTimeOffset due, DateTime local)
    {
        if (expression.IsCadence) return false;
        var change = _clock.NextChange(due - s_ordinary, due);
        return change is { } back && back.Shift < TimeSpan.Zero && IsSpecial(back) && local < back.At.UtcDateTime + back.Before;
    }
}
