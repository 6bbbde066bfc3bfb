namespace Trawl.Fetch.Http;

/// <summary>When an exchange began: by the wall for people, by the timestamp for its duration.</summary>
internal readonly struct ExchangeClock(TimeProvider time)
{
    private readonly long _timestamp = time.GetTimestamp();

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public TimeSpan Elapsed => time.GetElapsedTime(_timestamp);
}
