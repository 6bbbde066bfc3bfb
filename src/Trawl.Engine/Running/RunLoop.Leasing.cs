using Trawl.Engine.Crash;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    private const int LeaseMax = 64;

    /// <summary>Requests are leased this long before their turn, so that a commit is never waited for.</summary>
    private static readonly TimeSpan s_leaseAhead = TimeSpan.FromMilliseconds(250);

    private readonly PriorityQueue<HostQueue, (DateTimeOffset At, long Turn)> _hungry = new();
    private readonly HashSet<HostQueue> _fed = [];
    private int _leasedAhead;
    private long _hungerTurn;

    /// <summary>
    /// Requests held or asked for ahead of their turn at most, over all hosts: enough to be busy during two commits at
    /// several thousand pages a second, so that each commit has much to store for its fsync.
    /// </summary>
    private int ReadyMax => Math.Max(8 * LeaseMax, 4 * _plan.Fetch.Concurrency);

    private void ConsiderLease(HostQueue host)
    {
        if (!host.LeaseAsked && host.Queued > 0 && host.Ready.Count <= LowWater(host))
        {
            host.LeaseAsked = true;
            _hungry.Enqueue(host, (host.NextAllowedAt, ++_hungerTurn));
        }
    }

    /// <summary>A host without delay is refilled at half; one with a delay when it has nothing left.</summary>
    private int LowWater(HostQueue host) => host.Throttle.Delay == TimeSpan.Zero ? Share / 2 : 0;

    /// <summary>
    /// What one host without delay may hold: not so much that a slow one keeps the others, found later, from being
    /// leased at all.
    /// </summary>
    private int Share => Math.Clamp(
        ReadyMax / Math.Max(1, _hosts.Count), 2 * _plan.Fetch.PerHostConcurrency, 16 * _plan.Fetch.PerHostConcurrency);

    private int Wanted(HostQueue host)
    {
        var delay = host.Throttle.Delay;
        var perSecond = delay == TimeSpan.Zero ? Share : Math.Clamp((int)(1 / delay.TotalSeconds), 1, LeaseMax);
        return (int)Math.Min(perSecond, host.Queued);
    }

    /// <summary>When the hungriest host needs its next lease; null when none is hungry or nothing more may be held.</summary>
    private DateTimeOffset? NextLeaseAt() =>
        _leasedAhead < ReadyMax && JobsNow > 0 && _hungry.TryPeek(out _, out var at) ? Back(at.At, s_leaseAhead) : null;

    private List<LeaseWant> TakeWants(DateTimeOffset now)
    {
        var wants = new List<LeaseWant>();
        while (NextLeaseAt() is { } at && at <= now)
        {
            var host = _hungry.Dequeue();
            var count = Math.Min(Wanted(host), ReadyMax - _leasedAhead);
            wants.Add(new LeaseWant(host.Id, count));
            _leasedAhead += count;
        }

        return wants;
    }

    private void TakeLeased(CommitBatch batch, CommitResult result)
    {
        foreach (var want in batch.Wants)
        {
            _leasedAhead -= want.Count;
            _hosts[want.HostId].LeaseAsked = false;
        }

        _leasedAhead += result.Leased.Count;
        if (result.Leased.Count > 0)
        {
            CrashPoints.Reach(CrashPoint.Leased);
        }

        foreach (var request in result.Leased)
        {
            var host = HostOf(request);
            host.Ready.Enqueue(request);
            _fed.Add(host);
        }
    }

    private static DateTimeOffset Back(DateTimeOffset at, TimeSpan by) =>
        at - DateTimeOffset.MinValue > by ? at - by : at;
}
