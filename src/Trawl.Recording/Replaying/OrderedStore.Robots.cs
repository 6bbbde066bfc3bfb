using System.Text;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Web.Urls;

namespace Trawl.Recording.Replaying;

public sealed partial class OrderedStore
{
    /// <summary>More than rules are kept (RFC 9309 §2.4).</summary>
    private static readonly TimeSpan s_outOfDate = TimeSpan.FromHours(25);

    private static readonly byte[] s_nothingMayGo = Encoding.ASCII.GetBytes("User-agent: *\nDisallow: /\n");

    private readonly RobotsLooks _looks;
    private readonly List<Held> _held = [];
    private readonly HashSet<long> _lured = [];
    private readonly HashSet<long> _cleared = [];

    /// <summary>
    /// The stored rules are in force, whatever their age, unless the recorded engine looked for new ones here. Where it
    /// died before it knew any, nothing goes out: no request of that host has an outcome in its part.
    /// </summary>
    public async ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken)
    {
        if (_looks.Begin(hostId))
        {
            return await _inner.ReadRobotsAsync(hostId, cancellationToken) is { } old ? old with { FetchedAt = DateTimeOffset.MinValue } : null;
        }

        return await _inner.ReadRobotsAsync(hostId, cancellationToken) is { Unreachable: false } stored
            ? stored with { FetchedAt = _clock.GetUtcNow() }
            : new RobotsRecord(_clock.GetUtcNow(), 200, s_nothingMayGo, Unreachable: false);
    }

    private async ValueTask HandOutAsync(LeasedRequest request, long place, List<LeasedRequest> leased)
    {
        var host = WebUrl.Parse(request.Url).Origin;
        _plan.Taken(request.Id);
        if (_looks.Before(host, place) is { } look && await IsJudgedByNewRulesAsync(request, host, look))
        {
            _held.Add(new Held(request, host, place, look));
            return;
        }

        Give(request, host, place, leased);
    }

    /// <summary>
    /// Whether a request goes out only after a further look at rules that are known already. A request that was on its
    /// way when the look began was judged by the old ones, although its outcome stands behind.
    /// </summary>
    private async ValueTask<bool> IsJudgedByNewRulesAsync(LeasedRequest request, string host, RobotsLook look) =>
        (_looks.HasRules(host) || await _inner.ReadRobotsAsync(request.HostId, CancellationToken.None) is { Unreachable: false })
        && !_times.IsBefore(request.Id, request.Attempts, request.HostId, host, look);

    /// <summary>
    /// Brings a further look about where its place has come: what was on its way then goes out first and comes back, then
    /// the rules are out of date.
    /// </summary>
    private async ValueTask LookAgainAsync(CommitBatch of, List<LeasedRequest> leased)
    {
        var due = _held.Where(h => _script.IsPartOver || _script.Head!.Sequence >= h.Look.Sequence).ToList();
        foreach (var held in due.Where(h => _cleared.Add(h.Look.Sequence)))
        {
            // Of any host, and retried ones too: which of them were, is seen when they are here.
            var onTheirWay = _plan.Free(_lastRequest)
                .Where(id => _times.IsBefore(id, 0, held.Request.HostId, held.Host, held.Look)).ToList();
            var result = await _inner.CommitAsync(_composer.Take(of, onTheirWay, [], []), CancellationToken.None);
            foreach (var request in result.Leased)
            {
                await HandOutAsync(request, _plan.PlaceOf(request.Id), leased);
            }
        }

        if (_plan.Outstanding == 0)
        {
            due.ForEach(held => Release(held, leased));
        }
    }

    private void Release(Held held, List<LeasedRequest> leased)
    {
        _held.Remove(held);
        if (_looks.Before(held.Host, held.Place) is not null)
        {
            _clock.MoveTo(_clock.GetUtcNow() + s_outOfDate);
        }

        Give(held.Request, held.Host, held.Place, leased);
    }

    private void Give(LeasedRequest request, string host, long place, List<LeasedRequest> leased)
    {
        _looks.HandedOut(request.HostId, host, place);
        _plan.Given();
        leased.Add(request);
    }

    /// <summary>
    /// A robots.txt that was fetched for a request whose outcome this engine did not live to see: the oldest request of
    /// the host makes the engine look, and comes to nothing.
    /// </summary>
    private List<LeaseWant> Lure(List<long> leases)
    {
        if (leases.Count > 0 || _plan.Outstanding > 0 || _composer.First != 0
            || _script.IsPartOver || _script.Head is not { Kind: JournalKind.RobotsFetched } head
            || EntryData.Text(head, "host") is not { } host || !_hostIds.TryGetValue(host, out var id) || !_lured.Add(head.Sequence))
        {
            return [];
        }

        return [new LeaseWant(id, 1)];
    }

    private sealed record Held(LeasedRequest Request, string Host, long Place, RobotsLook Look);
}
