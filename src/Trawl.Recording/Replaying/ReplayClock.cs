namespace Trawl.Recording.Replaying;

/// <summary>Stands still at the time at which the recorded engine began; timers wake by the wall and decide nothing.</summary>
public sealed class ReplayClock : TimeProvider
{
    private long _ticks = DateTimeOffset.UnixEpoch.Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves to the beginning of the next engine's part.</summary>
    public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref _ticks, time.UtcTicks);
}
