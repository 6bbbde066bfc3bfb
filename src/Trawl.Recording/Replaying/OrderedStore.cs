using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Lets one engine take its part of a recorded run again. Whatever order the engine works in, what it brings is stored
/// in the recorded order, at the recorded times; requests are handed out when their outcome comes next; what came from
/// the surroundings then is given now; and every transaction is held against the recording.
/// </summary>
public sealed partial class OrderedStore : IRunStore
{
    /// <summary>One at a time is the store's rule for commits; more at once is what the leases bound.</summary>
    private const int Unbounded = 1_000;

    private readonly IRunStore _inner;
    private readonly ReplayScript _script;
    private readonly IReplayJudge _judge;
    private readonly ReplayBudget _budget;
    private readonly ReplayClock _clock;
    private readonly ExchangeTimes _times;
    private readonly Action<long>? _progress;
    private readonly LeasePlan _plan;
    private readonly ReplayInbox _inbox = new();
    private readonly BatchComposer _composer = new();
    private readonly List<HostUpdate> _hosts = [];
    private readonly Dictionary<string, long> _hostIds = [];
    private List<Settlement> _stored = [];
    private CommitResult? _latest;
    private long _lastRequest;
    private int _startPoints;
    private bool _budgetSpent;
    private bool _cancelled;
    private bool _cancelNow;

    /// <param name="inner">The store of the replay.</param>
    /// <param name="script">The recorded journal, at the place where an engine began.</param>
    /// <param name="judge">Compares.</param>
    /// <param name="budget">The engine's budget.</param>
    /// <param name="clock">The engine's clock.</param>
    /// <param name="times">When recorded exchanges began.</param>
    /// <param name="concurrency">Attempts at once at most; 1 or more.</param>
    /// <param name="progress">Told the number of the last entry that stands.</param>
    public OrderedStore(
        IRunStore inner,
        ReplayScript script,
        IReplayJudge judge,
        ReplayBudget budget,
        ReplayClock clock,
        ExchangeTimes times,
        int concurrency,
        Action<long>? progress = null)
    {
        (_inner, _script, _judge, _budget, _clock, _times, _progress) = (inner, script, judge, budget, clock, times, progress);
        _plan = new LeasePlan(concurrency);
        _looks = new RobotsLooks(script.NextLook);
    }

    /// <inheritdoc/>
    public async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _script.Seen = See;
        _script.BeginPart();
        var begins = _script.Head?.At ?? now;
        _clock.MoveTo(begins);
        var opening = await _inner.OpenAsync(begins, cancellationToken);
        foreach (var host in opening.Hosts)
        {
            _hostIds[host.Name] = host.Id;
        }

        _startPoints = opening.Plan.Start.Count;
        return opening with
        {
            Plan = opening.Plan with
            {
                Fetch = opening.Plan.Fetch with { Concurrency = Unbounded, PerHostConcurrency = Unbounded },
            },
            Hosts = [],
            NextWaitingAt = null,
            CancelRequested = false,
        };
    }

    /// <inheritdoc/>
    /// <exception cref="ReplayStoppedException">The engine's part is over, or it left the recorded path.</exception>
    public async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        Receive(batch);
        _stored = [];
        var leased = new List<LeasedRequest>();
        do
        {
            Compose();
        }
        while (await StoreAsync(batch, leased));

        await LookAgainAsync(batch, leased);
        if (_script.IsPartOver && _latest is { } done && !IsFinished)
        {
            throw new ReplayStoppedException(null);
        }

        ThrowIfStuck();
        return _latest! with
        {
            Leased = leased, Hosts = [], Stored = _stored, NextWaitingAt = null, CancelRequested = _cancelNow || (IsFinished && _cancelled),
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void See(JournalEntry entry)
    {
        _plan.See(entry);
        _looks.See(entry);
    }

    private void Receive(CommitBatch batch)
    {
        foreach (var settlement in batch.Settlements)
        {
            _plan.Received();
            if (settlement.As != SettledAs.Released)
            {
                _inbox.Add(settlement);
            }
        }

        foreach (var chunk in batch.Admissions)
        {
            _inbox.Add(chunk);
        }

        foreach (var note in batch.Journal)
        {
            _inbox.Add(note.Entry);
        }

        _inbox.Add(batch.End);
        _hosts.AddRange(batch.Hosts.Where(h => h.Robots is not null));
    }

    /// <summary>Stores what is composed and hands out what may go; answers whether there may be more to compose.</summary>
    private async ValueTask<bool> StoreAsync(CommitBatch of, List<LeasedRequest> leased)
    {
        var held = _held.Count;
        var leases = ChooseLeases();
        var lure = Lure(leases);
        var (first, last) = (_composer.First, _composer.Last);
        if (first == 0 && leases.Count == 0 && lure.Count == 0 && _hosts.Count == 0 && _latest is not null)
        {
            return false;
        }

        var before = _lastRequest;
        var batch = _composer.Take(of, leases, lure, [.. _hosts]);
        var result = await _inner.CommitAsync(batch, CancellationToken.None);
        _stored.AddRange(batch.Settlements);
        _hosts.Clear();
        _latest = result;
        _lastRequest = result.LastRequestId;
        foreach (var host in result.Hosts)
        {
            _hostIds[host.Name] = host.HostId;
        }

        if (first != 0)
        {
            if (_judge.Compare(first, last, before, _lastRequest) is { } divergence)
            {
                throw new ReplayStoppedException(divergence);
            }

            _progress?.Invoke(last);
        }

        foreach (var request in result.Leased)
        {
            await HandOutAsync(request, lure.Count > 0 ? _script.Head!.Sequence + 1 : _plan.PlaceOf(request.Id), leased);
        }

        return first != 0 || _held.Count > held;
    }

    private List<long> ChooseLeases() =>
        IsEnding ? [] : _plan.Choose(_lastRequest + _composer.MayAdd, _inbox.Has);
}
