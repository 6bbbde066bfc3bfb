namespace Trawl.Storage.Runs;

/// <summary>Stored forms of times. Rounded up, so that no pause gets shorter by being stored.</summary>
internal static class Times
{
    internal static long Store(DateTimeOffset time)
    {
        var ticks = time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        return Math.DivRem(ticks, TimeSpan.TicksPerMillisecond, out var rest) + (rest > 0 ? 1 : 0);
    }

    internal static long Store(TimeSpan span) =>
        Math.DivRem(span.Ticks, TimeSpan.TicksPerMillisecond, out var rest) + (rest > 0 ? 1 : 0);

    internal static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    internal static DateTimeOffset? Read(long? milliseconds) => milliseconds is { } value ? Read(value) : null;

    internal static TimeSpan Span(long milliseconds) => TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);
}
