using Trawl.Engine.Seams.Governing;

namespace Trawl.Simulation;

/// <summary>A governor with moods: it slows a run down, pauses it and lets it go on, at moments of chance. Admission it leaves alone: a sitemap
/// whose entries wait is in flight, and a death then has it fetched again, which the verdict would take for a fault.</summary>
internal sealed class SimGovernor : IRunGovernor
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(4);
    private readonly Random _chance;
    private readonly ITimer _timer;
    private readonly Queue<GovernorDecision> _decisions = new();
    private Action _changed = static () => { };
    private int _moods;

    public SimGovernor(TimeProvider clock, int seed)
    {
        _chance = new Random(seed);
        _timer = clock.CreateTimer(_ => Change(), null, Next(), Timeout.InfiniteTimeSpan);
    }

    public RunAllowance Allowance { get; private set; } = RunAllowance.Unlimited;

    public void Watch(Action changed) => _changed = changed;

    public IReadOnlyList<GovernorDecision> TakeDecisions()
    {
        var taken = _decisions.ToArray();
        _decisions.Clear();
        return taken;
    }

    /// <summary>Twelve moods, the last of which is a good one, so that every run ends.</summary>
    private void Change()
    {
        var isLast = ++_moods == 12;
        Allowance = isLast ? RunAllowance.Unlimited with { Sheds = 12 } : new RunAllowance
        {
            Jobs = _chance.Next(3), JobsPerHost = _chance.Next(1, 3), MayPublish = _chance.Next(2) == 0, Sheds = _moods,
        };
        _decisions.Enqueue(new GovernorDecision("slow", "mood", "", "", Allowance.Jobs, null, ""));
        _changed();
        if (!isLast)
        {
            _timer.Change(Next(), Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan Next() => s_longest * _chance.NextDouble();
}
