using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Ids;
using Trawl.Model.Records;
using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Storage.Tests.Conformance;

/// <summary>The store as a page of plain code: what a real one must agree with.</summary>
public sealed class StoreModel
{
    private readonly Dictionary<Fingerprint, Item> _items = [];
    private readonly List<Item> _order = [];
    private RunCounters _totals = new();

    public int Epoch { get; private set; }

    public RunState State { get; private set; }

    public RunCounters Counters => _totals with
    {
        Queued = Count(RequestState.Queued) + Count(RequestState.Waiting),
        Leased = Count(RequestState.Leased),
        Done = Count(RequestState.Done),
        Failed = Count(RequestState.Failed),
        Skipped = Count(RequestState.Skipped),
    };

    public DateTimeOffset? NextWaitingAt =>
        _order.Where(i => i.State == RequestState.Waiting).Min(i => i.NotBefore);

    public int Open()
    {
        Epoch++;
        var leased = _order.Where(i => i.State == RequestState.Leased).ToList();
        leased.ForEach(i => i.State = RequestState.Queued);
        return leased.Count;
    }

    /// <summary>URLs of the leased requests, and queued requests by host that changed.</summary>
    public (List<string> Leased, Dictionary<string, long> Hosts) Commit(CommitBatch batch, Func<long, string> hostOf)
    {
        var before = Queues();
        foreach (var item in _order.Where(i => i.State == RequestState.Waiting && i.NotBefore <= batch.Now))
        {
            item.State = RequestState.Queued;
        }

        foreach (var settlement in batch.Settlements)
        {
            Settle(settlement);
        }

        foreach (var admission in batch.Admissions.SelectMany(chunk => chunk.Requests))
        {
            Add(admission);
        }

        End(batch.End);
        var leased = batch.Wants.SelectMany(w => Lease(hostOf(w.HostId), w.Count)).ToList();
        var after = Queues();
        var changed = after.Where(h => !before.TryGetValue(h.Key, out var old) || old != h.Value);
        return (leased, changed.ToDictionary(h => h.Key, h => h.Value));
    }

    private Dictionary<string, long> Queues() => _order.GroupBy(i => i.Host)
        .ToDictionary(g => g.Key, g => (long)g.Count(i => i.State == RequestState.Queued));

    private long Count(RequestState state) => _order.Count(i => i.State == state);

    private void Add(NewRequest request)
    {
        if (_items.ContainsKey(request.Fingerprint))
        {
            return;
        }

        var state = request.SkipCode is null ? RequestState.Queued : RequestState.Skipped;
        var item = new Item(request.Url, request.Host) { State = state };
        _items.Add(request.Fingerprint, item);
        _order.Add(item);
    }

    private void Settle(Settlement settlement)
    {
        var item = _order.Single(i => i.Url == settlement.Request.Url);
        item.State = settlement.As switch
        {
            SettledAs.Done => RequestState.Done,
            SettledAs.Failed => RequestState.Failed,
            SettledAs.Skipped => RequestState.Skipped,
            SettledAs.Retry => RequestState.Waiting,
            _ => RequestState.Queued,
        };
        item.NotBefore = settlement.NotBefore;
        if (settlement.As == SettledAs.Released)
        {
            return;
        }

        foreach (var child in settlement.Children)
        {
            Add(child);
        }

        _totals = _totals with
        {
            Attempts = _totals.Attempts + (settlement.Fetched ? 1 : 0),
            Bytes = _totals.Bytes + settlement.Bytes,
            Records = _totals.Records + settlement.Records.Count(r => r.Status == RecordStatus.Kept),
            Quarantined = _totals.Quarantined + settlement.Records.Count(r => r.Status == RecordStatus.Quarantined),
            Dropped = _totals.Dropped + settlement.Records.Count(r => r.Status == RecordStatus.Dropped),
        };
    }

    private void End(RunEnd? end)
    {
        State = end?.State ?? State;
        if (end?.SkipRestAs == ErrorCode.SkipCancelled)
        {
            _order.Where(i => i.State < RequestState.Done).ToList().ForEach(i => i.State = RequestState.Skipped);
        }
    }

    private List<string> Lease(string host, int count)
    {
        var items = _order.Where(i => i.Host == host && i.State == RequestState.Queued).Take(count).ToList();
        items.ForEach(i => i.State = RequestState.Leased);
        return [.. items.Select(i => i.Url)];
    }

    private sealed class Item(string url, string host)
    {
        public string Url => url;

        public string Host => host;

        public RequestState State { get; set; }

        public DateTimeOffset? NotBefore { get; set; }
    }
}
