using Trawl.Governor.Readings;
using Trawl.Governor.Rules;

namespace Trawl.Governor;

/// <summary>The rules and where each of them stands. Takes readings one after the other; no clock, no threads.</summary>
internal sealed class RuleBook(GovernorLimits limits)
{
    private readonly IRule[] _forAll = [new DiskRule(), new MemoryRule(), new FilesRule(), new CpuRule()];
    private readonly RuleState[] _states = new RuleState[4];
    private readonly NetworkRule _network = new();
    private bool _hadNetwork;

    public Situation Take(ResourceReading reading)
    {
        (PressureStep Step, IRule? Leader, Verdict Said) highest = (PressureStep.None, null, Verdict.Unknown);
        for (var i = 0; i < _forAll.Length; i++)
        {
            var verdict = _forAll[i].Judge(reading, limits);
            _states[i] = _states[i].Next(verdict, limits.Calm);
            if (_states[i].Step > highest.Step)
            {
                highest = (_states[i].Step, _forAll[i], verdict);
            }
        }

        return new Situation(reading, highest.Step, highest.Leader, highest.Said, _states[0].Step == PressureStep.Paused, Network(reading));
    }

    /// <summary>A machine that never had a network crawls itself: only one that lost it has to wait.</summary>
    private Verdict? Network(ResourceReading reading)
    {
        _hadNetwork |= reading.HasNetwork == true;
        return _hadNetwork && _network.Judge(reading, limits) is { Enter: PressureStep.Paused } lost ? lost : null;
    }
}
