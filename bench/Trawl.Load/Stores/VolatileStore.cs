using System.Runtime.InteropServices;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Load.Stores;

/// <summary>
/// The least that a store can do, in memory and for runs without retries: what a crawl costs with it is what a crawl
/// costs without storing anything.
/// </summary>
internal sealed class VolatileStore(PipelinePlan plan) : IRunStore
{
    private readonly HashSet<Fingerprint> _seen = [];
    private readonly Dictionary<string, VolatileHost> _names = [];
    private readonly List<VolatileHost> _hosts = [];
    private long _lastId;
    private long _queued;
    private long _leased;
    private long _done;

    public ValueTask<RunOpening> OpenAsync(
        DateTimeOffset now, CancellationToken cancellationToken) => new(new RunOpening
    {
        Plan = plan,
        State = RunState.Accepted,
        Epoch = 1,
        Counters = Counters(),
        Hosts = [.. _hosts.Select(h => new HostRow(h.Id, h.Name, h.Queue.Count, default, null, 0, false))],
        StartPointsAdmitted = _hosts.Count > 0 ? plan.Start.Count : 0,
        Reclaimed = 0,
        Elapsed = TimeSpan.Zero,
        NextWaitingAt = null,
        CancelRequested = false,
    });

    public ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        var changed = new HashSet<VolatileHost>();
        foreach (var chunk in batch.Admissions)
        {
            Add(chunk.Requests, changed);
        }

        foreach (var settlement in batch.Settlements)
        {
            _leased--;
            _done++;
            Add(settlement.Children, changed);
        }

        var leased = new List<LeasedRequest>();
        foreach (var want in batch.Wants)
        {
            Lease(_hosts[(int)want.HostId - 1], want.Count, leased, changed);
        }

        return new(new CommitResult
        {
            Leased = leased,
            Hosts = [.. changed.Select(h => new HostWork(h.Id, h.Name, h.Queue.Count))],
            Counters = Counters(),
            LastRequestId = _lastId,
            NextWaitingAt = null,
            CancelRequested = false,
        });
    }

    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        new((RobotsRecord?)null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private RunCounters Counters() => new() { Queued = _queued, Leased = _leased, Done = _done };

    private void Add(IReadOnlyList<NewRequest> requests, HashSet<VolatileHost> changed)
    {
        foreach (var request in requests)
        {
            if (_seen.Add(request.Fingerprint))
            {
                var host = HostOf(request.Host);
                host.Queue.Enqueue((++_lastId, request));
                changed.Add(host);
                _queued++;
            }
        }
    }

    private void Lease(VolatileHost host, int count, List<LeasedRequest> leased, HashSet<VolatileHost> changed)
    {
        for (; count > 0 && host.Queue.TryDequeue(out var next); count--)
        {
            var (id, request) = next;
            leased.Add(new LeasedRequest
            {
                Id = id, HostId = host.Id, Url = request.Url, Via = request.Via, Depth = request.Depth,
            });
            changed.Add(host);
            _queued--;
            _leased++;
        }
    }

    private VolatileHost HostOf(string name)
    {
        ref var host = ref CollectionsMarshal.GetValueRefOrAddDefault(_names, name, out _);
        if (host is null)
        {
            host = new VolatileHost(_hosts.Count + 1, name, new Queue<(long, NewRequest)>());
            _hosts.Add(host);
        }

        return host;
    }
}
