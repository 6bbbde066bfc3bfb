using Trawl.Engine.Hosts;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    private static readonly TimeSpan s_reportEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private DateTimeOffset _reportedAt;
    private DateTimeOffset _armedFor = DateTimeOffset.MaxValue;
    private bool _ended;
    private int _committingDone;

    private TimeSpan Elapsed() => _opening.Elapsed + (_clock.GetUtcNow() - _startedAt);

    /// <summary>Wakes the loop when the first of its waits is over.</summary>
    private void ArmTimer()
    {
        var now = _clock.GetUtcNow();
        var next = Earlier(CommitDueAt(), _inFlight > 0 && _options.OnProgress is not null ? now + s_reportEvery : now + s_longest);
        if (_order.First is { } host)
        {
            next = MayDispatch(now) ? Earlier(next, host.NextAllowedAt) : Earlier(_flights.NextGivenBackAt, next);
        }

        // Once it is over the loop waits for what is under way, not for the clock.
        if (_plan.Scope.Time is { } time && time > Elapsed())
        {
            next = Earlier(next, now + (time - Elapsed()));
        }

        if (_inFlight > 0 && (_patienceEndsAt ?? _graceEndsAt) is { } deadline && deadline > now)
        {
            next = Earlier(next, deadline);
        }

        if (_armedFor <= now || next < _armedFor)
        {
            _armedFor = next;
            // Timers cut to whole milliseconds and so fire early; rounded up they fire once instead of over and over.
            var wait = TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds));
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Report(bool final)
    {
        var now = _clock.GetUtcNow();
        if (_options.OnProgress is not { } tell || (!final && now - _reportedAt < s_reportEvery))
        {
            return;
        }

        _reportedAt = now;
        tell(new RunProgress(_state, _counters, _inFlight, Elapsed(), BusiestHosts(now), _hosts.Count, _allowed.Why));
    }

    private HostProgress[] BusiestHosts(DateTimeOffset now)
    {
        var busiest = new PriorityQueue<HostQueue, long>();
        foreach (var host in _hosts.Values)
        {
            if (host.HasWork)
            {
                busiest.Enqueue(host, host.Queued + host.Ready.Count + (1_000_000L * host.InFlight));
                if (busiest.Count > 8)
                {
                    busiest.Dequeue();
                }
            }
        }

        var rows = new HostProgress[busiest.Count];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            rows[i] = Describe(busiest.Dequeue(), now);
        }

        return rows;
    }

    private static HostProgress Describe(HostQueue host, DateTimeOffset now) => new(
        host.Name,
        host.Queued + host.Ready.Count,
        host.InFlight,
        host.Throttle.Delay,
        host.NextAllowedAt > now ? host.NextAllowedAt - now : TimeSpan.Zero,
        host.Note);
}
