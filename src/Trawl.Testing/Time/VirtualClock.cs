namespace Trawl.Testing.Time;

/// <summary>
/// A clock that moves only when told to. Timers fire in order of their due time, those due together in order of
/// creation, on the thread that moves the clock. Not thread-safe: meant for <see cref="Chance.SeededScheduler"/>.
/// </summary>
/// <param name="start">The first instant.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (long DueTicks, long Order)> _timers = new();
    private DateTimeOffset _now = start;
    private long _order;

    /// <summary>A clock that begins at 2026-01-01T00:00:00Z.</summary>
    public VirtualClock()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null when none is armed.</summary>
    public DateTimeOffset? NextTimerAt
    {
        get
        {
            DropStale();
            return _timers.TryPeek(out _, out var at) ? new DateTimeOffset(at.DueTicks, TimeSpan.Zero) : null;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <inheritdoc/>
    public override long GetTimestamp() => _now.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward, firing what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var until = _now + by;
        while (NextTimerAt is { } next && next <= until)
        {
            FireNext();
        }

        _now = until;
    }

    /// <summary>Moves the clock to the next timer and fires it; false when none is armed.</summary>
    public bool FireNext()
    {
        DropStale();
        if (!_timers.TryDequeue(out var timer, out var at))
        {
            return false;
        }

        _now = at.DueTicks > _now.Ticks ? new DateTimeOffset(at.DueTicks, TimeSpan.Zero) : _now;
        timer.Fire();
        return true;
    }

    /// <summary>Disarms every timer: whoever armed them is dead.</summary>
    public void DisarmAll() => _timers.Clear();

    internal (long DueTicks, long Order) Arm(VirtualTimer timer, TimeSpan dueTime)
    {
        var place = (_now.Ticks + dueTime.Ticks, ++_order);
        _timers.Enqueue(timer, place);
        return place;
    }

    private void DropStale()
    {
        while (_timers.TryPeek(out var timer, out var place) && timer.Armed != place)
        {
            _timers.Dequeue();
        }
    }
}
