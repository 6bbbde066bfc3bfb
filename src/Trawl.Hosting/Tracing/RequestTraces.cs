using System.Collections.Concurrent;
using System.Diagnostics;
using Trawl.Engine.Running;
using Trawl.Engine.Seams.Store;

namespace Trawl.Hosting.Tracing;

/// <summary>
/// Gathers where each request of a run spent its time, and gives it away as one trace when the request is committed: queue,
/// robots, fetch, parse, commit. Made only when somebody listens as the run begins. Times are those of the run's clock, and
/// nothing of it reaches the engine: a run goes the same way with it or without.
/// </summary>
internal sealed class RequestTraces(string runId)
{
    /// <summary>Where listeners find the traces.</summary>
    public const string SourceName = "Trawl.Engine";

    private static readonly ActivitySource s_source = new(SourceName);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _leased = [];
    private readonly ConcurrentDictionary<long, TimeRange> _robots = [];
    private readonly ConcurrentDictionary<long, TimeRange> _fetched = [];
    private readonly ConcurrentDictionary<string, TimeRange> _parsed = [];

    /// <summary>Whether anybody listens now.</summary>
    public static bool IsWanted => s_source.HasListeners();

    /// <summary>The same engine, watched from outside.</summary>
    public RunEngineOptions Around(RunEngineOptions options) => options with
    {
        Store = new TracedStore(options.Store, this, options.Clock),
        Fetcher = new TracedFetcher(options.Fetcher, this, options.Clock),
        Pages = plan => new TracedPages(options.Pages(plan), this, options.Clock),
    };

    public void Leased(IReadOnlyList<LeasedRequest> requests, DateTimeOffset at)
    {
        foreach (var request in requests)
        {
            _leased[request.Id] = at;
        }
    }

    public void Robots(long host, TimeRange took) => _robots[host] = took;

    public void Fetched(long request, TimeRange took) => _fetched[request] = took;

    public void Parsed(string url, TimeRange took) => _parsed[url] = took;

    /// <summary>Gives the traces of a batch away.</summary>
    public void Committed(CommitBatch batch, TimeRange took)
    {
        // A trace is its own: whatever is under way where the commit was asked for is not its parent.
        Activity.Current = null;
        foreach (var settlement in batch.Settlements)
        {
            Give(settlement, took);
        }
    }

    private void Give(Settlement settlement, TimeRange commit)
    {
        var request = settlement.Request;
        var isFetched = _fetched.TryRemove(request.Id, out var fetch);
        var isParsed = _parsed.TryRemove(request.Url, out var parse);
        var from = _leased.TryRemove(request.Id, out var leased) ? leased : isFetched ? fetch.From : settlement.At;
        if (settlement.As == SettledAs.Released)
        {
            return;
        }

        using var root = Begin("request", default, from);
        if (root is null)
        {
            return;
        }

        Describe(root, settlement);
        Child("queue", root, new TimeRange(from, isFetched ? fetch.From : settlement.At));
        if (_robots.TryGetValue(request.HostId, out var robots) && robots.To >= from && robots.From <= (isFetched ? fetch.From : settlement.At))
        {
            Child("robots", root, robots);
        }

        if (isFetched)
        {
            Child("fetch", root, fetch);
        }

        if (isParsed)
        {
            Child("parse", root, parse);
        }

        Child("commit", root, commit);
        root.SetEndTime(commit.To.UtcDateTime);
    }

    private void Describe(Activity root, Settlement settlement)
    {
        root.SetTag("trawl.run", runId);
        root.SetTag("trawl.request", settlement.Request.Id);
        root.SetTag("trawl.attempt", settlement.Request.Attempts + 1);
        root.SetTag("trawl.outcome", settlement.As.ToString().ToLowerInvariant());
        root.SetTag("url.full", settlement.Request.Url);
        root.SetTag("http.response.status_code", settlement.Status == 0 ? null : settlement.Status);
        if (settlement.Code is { } code)
        {
            root.SetTag("error.type", code);
            root.SetStatus(ActivityStatusCode.Error, settlement.Reason);
        }
    }

    private static void Child(string name, Activity root, TimeRange took)
    {
        using var span = Begin(name, root.Context, took.From);
        span?.SetEndTime(took.To.UtcDateTime);
    }

    private static Activity? Begin(string name, ActivityContext parent, DateTimeOffset from) =>
        s_source.StartActivity(name, ActivityKind.Internal, parent, tags: null, links: null, from);
}
