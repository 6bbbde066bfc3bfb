using Trawl.Engine.Seams.Governing;
using Trawl.Governor.Readings;
using Trawl.Governor.Rules;
using Trawl.Model.Errors;

namespace Trawl.Governor;

/// <summary>
/// The one place that decides how much may run: reads what machine and container have once a second while there is a run,
/// holds it against the rules, and tells each run what it may do. Nothing is ever killed.
/// </summary>
public sealed class ResourceGovernor : IWorkerGovernor, IDisposable
{
    private readonly IReadings _readings;
    private readonly GovernorLimits _limits;
    private readonly RuleBook _rules;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly List<GovernedRun> _runs = [];
    private readonly List<IIdleResource> _idle = [];
    private volatile Situation _situation = Situation.Unknown;
    private int _sheds;

    /// <param name="readings">Where readings come from.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="limits">What they are held against; null for the usual numbers.</param>
    public ResourceGovernor(IReadings readings, TimeProvider clock, GovernorLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (_readings, _limits) = (readings, limits ?? new GovernorLimits());
        _rules = new RuleBook(_limits);
        _timer = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What was seen last, and what came of it; while nothing runs it is read anew.</summary>
    public GovernorPicture Picture
    {
        get
        {
            lock (_gate)
            {
                if (_runs.Count == 0)
                {
                    _situation = _rules.Take(_readings.Read());
                }

                var now = _situation;
                return new GovernorPicture(
                    now.Reading, now.Step, now.Leader?.Name, JobsRule.Of(now.Reading, _limits, now.Step).Jobs, _runs.Count, Why(now, now.Step));
            }
        }
    }

    /// <summary>Has a run governed until it is disposed.</summary>
    /// <param name="concurrency">Requests in flight that its plan asks for.</param>
    /// <param name="needsNetwork">Whether it asks servers elsewhere.</param>
    public GovernedRun Join(int concurrency, bool needsNetwork)
    {
        var run = new GovernedRun(concurrency, needsNetwork, Leave);
        run.Begin();
        lock (_gate)
        {
            _runs.Add(run);
            _timer.Change(_limits.Every, _limits.Every);
        }

        Look();
        return run;
    }

    /// <summary>Adds something that is given up when resources are short and nobody uses it.</summary>
    public void Add(IIdleResource resource)
    {
        lock (_gate)
        {
            _idle.Add(resource);
        }
    }

    /// <summary>Why nothing can be written now; null when there is room.</summary>
    public HeldBack? DiskShortage()
    {
        var verdict = new DiskRule().Judge(_readings.Read(), _limits);
        return verdict.Stay == PressureStep.None ? null : new HeldBack(ErrorCode.GovernorDisk, verdict.Message, IsPaused: true);
    }

    /// <inheritdoc/>
    public bool MayAddWorker(int workers, int? planned, long memory)
    {
        var now = _situation;
        return WorkerRule.MayAdd(now.Reading, now.Step, workers, planned, memory);
    }

    /// <summary>Takes a reading and tells every run what follows; the timer does.</summary>
    internal void Look()
    {
        lock (_gate)
        {
            var before = _situation.Step;
            _situation = _rules.Take(_readings.Read());
            Relieve(before, _situation.Step);
            foreach (var run in _runs)
            {
                Tell(run, _situation);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Leave(GovernedRun run)
    {
        lock (_gate)
        {
            _runs.Remove(run);
            if (_runs.Count == 0)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Relieve(PressureStep before, PressureStep now)
    {
        if (now >= PressureStep.Shed && now > before)
        {
            _sheds++;
            // What the collector keeps for later counts as ours until it gives it back.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        if (now >= PressureStep.IdleBrowsers)
        {
            _idle.ForEach(resource => resource.ReleaseIdle());
        }
    }

    private void Tell(GovernedRun run, Situation now)
    {
        var offline = run.NeedsNetwork && now.Network is not null;
        var step = offline ? PressureStep.Paused : now.Step;
        var (all, reading, limit) = JobsRule.Of(now.Reading, _limits, step);
        var share = all == 0 ? 0 : Math.Max(1, all / _runs.Count);
        var jobs = Math.Min(share, run.Concurrency);
        // Being slowed down to what it asked for anyway is nothing to a run.
        step = step == PressureStep.Slow && jobs == run.Concurrency ? PressureStep.None : step;
        var rule = offline ? "network" : step == PressureStep.None ? "jobs" : now.Leader!.Name;
        var why = offline ? new HeldBack(ErrorCode.GovernorNetwork, now.Network!.Message, IsPaused: true) : Why(now, step);
        if ((step, jobs) != (run.InForce.Step, run.InForce.Jobs) || (step != PressureStep.None && rule != run.InForce.Rule))
        {
            var said = offline ? now.Network! : step == PressureStep.None ? Verdict.Unknown with { Reading = reading, Limit = limit } : now.Said;
            run.Decide(step, rule, jobs, new GovernorDecision(
                PressureStepNames.Of(step), rule, said.Reading, said.Limit, jobs, why?.Code,
                why?.Message ?? FormattableString.Invariant($"{jobs} of {run.Concurrency} requests may be in flight; nothing is short.")));
        }

        // Behind the decision: a loop that sees the one finds the other.
        run.Allow(new RunAllowance
        {
            Jobs = share,
            JobsPerHost = step == PressureStep.None ? int.MaxValue : Math.Max(1, jobs / 2),
            MayAdmit = step < PressureStep.NoAdmission,
            MayPublish = !now.DiskIsShort,
            Sheds = _sheds,
            Why = why,
        });
    }

    private static HeldBack? Why(Situation now, PressureStep step) =>
        step == PressureStep.None || now.Leader is null ? null : new HeldBack(now.Leader.Code, now.Said.Message, step == PressureStep.Paused);
}
