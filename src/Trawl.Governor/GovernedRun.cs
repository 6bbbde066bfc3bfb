using System.Collections.Concurrent;
using Trawl.Engine.Seams.Governing;
using Trawl.Governor.Rules;

namespace Trawl.Governor;

/// <summary>A run that works now, and what it may do.</summary>
public sealed class GovernedRun : IRunGovernor, IDisposable
{
    private readonly ConcurrentQueue<GovernorDecision> _decisions = new();
    private readonly Action<GovernedRun> _leave;
    private volatile RunAllowance _allowance = RunAllowance.Unlimited;
    private volatile Action? _changed;

    internal GovernedRun(int concurrency, bool needsNetwork, Action<GovernedRun> leave) =>
        (Concurrency, NeedsNetwork, _leave) = (concurrency, needsNetwork, leave);

    /// <inheritdoc/>
    public RunAllowance Allowance => _allowance;

    /// <summary>Requests in flight that its plan asks for.</summary>
    internal int Concurrency { get; }

    /// <summary>Whether it asks servers elsewhere.</summary>
    internal bool NeedsNetwork { get; }

    /// <summary>What is in force for it: the step, the rule behind it, and the requests in flight that come of it.</summary>
    internal (PressureStep Step, string Rule, int Jobs) InForce { get; private set; }

    /// <inheritdoc/>
    public void Watch(Action changed)
    {
        _changed = changed;
        changed();
    }

    /// <inheritdoc/>
    public IReadOnlyList<GovernorDecision> TakeDecisions()
    {
        var taken = new List<GovernorDecision>();
        while (_decisions.TryDequeue(out var decision))
        {
            taken.Add(decision);
        }

        return taken;
    }

    /// <summary>The run is over, or stopped.</summary>
    public void Dispose() => _leave(this);

    internal void Begin() => InForce = (PressureStep.None, "", Concurrency);

    internal void Allow(RunAllowance allowance)
    {
        if (_allowance != allowance)
        {
            _allowance = allowance;
            _changed?.Invoke();
        }
    }

    internal void Decide(PressureStep step, string rule, int jobs, GovernorDecision decision)
    {
        InForce = (step, rule, jobs);
        _decisions.Enqueue(decision);
    }
}
