namespace Trawl.Scheduling.Zones;

/// <summary>The wall clock of a time zone, and when it is changed.</summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    // No zone has changed its clocks twice within so short a time.
    private static readonly TimeSpan s_stride = TimeSpan.FromDays(1);

    public TimeSpan OffsetAt(DateTimeOffset moment) => zone.GetUtcOffset(moment.UtcDateTime);

    public DateTime Local(DateTimeOffset moment) => moment.UtcDateTime + OffsetAt(moment);

    /// <summary>The first change in (after, until]; null when there is none.</summary>
    public ZoneChange? NextChange(DateTimeOffset after, DateTimeOffset until)
    {
        var from = after;
        var offset = OffsetAt(from);
        while (from < until)
        {
            var to = until - from < s_stride ? until : from + s_stride;
            if (OffsetAt(to) != offset) return Narrow(from, to, offset);
            from = to;
        }

        return null;
    }

    private ZoneChange Narrow(DateTimeOffset low, DateTimeOffset high, TimeSpan before)
    {
        // Clocks are changed at whole seconds, so that the rest of a second decides nothing.
        var (first, last) = (low.ToUnixTimeSeconds(), high.ToUnixTimeSeconds());
        while (last - first > 1)
        {
            var middle = first + ((last - first) / 2);
            if (OffsetAt(DateTimeOffset.FromUnixTimeSeconds(middle)) == before) first = middle;
            else last = middle;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(last);
        return new ZoneChange(at, before, OffsetAt(at));
    }
}
