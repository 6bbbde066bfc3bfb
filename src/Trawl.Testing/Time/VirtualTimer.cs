namespace Trawl.Testing.Time;

/// <summary>A timer of a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, Action callback) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    /// <summary>Its place among the clock's timers; null when it is not armed. Older places are stale.</summary>
    public (long DueTicks, long Order)? Armed { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Armed = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Arm(this, dueTime);
        return true;
    }

    public void Fire()
    {
        Armed = _period > TimeSpan.Zero ? clock.Arm(this, _period) : null;
        callback();
    }

    public void Dispose() => Armed = null;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
