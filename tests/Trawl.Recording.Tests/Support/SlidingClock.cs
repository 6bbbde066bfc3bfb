namespace Trawl.Recording.Tests.Support;

/// <summary>The system's clock, set forward when a test says so; timers are the system's.</summary>
internal sealed class SlidingClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
