using Trawl.Governor.Readings;
using Trawl.Governor.Rules;

namespace Trawl.Governor;

/// <summary>All rules after a reading: which of them leads, and what it said.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Step">The highest step that a rule for all runs asks for.</param>
/// <param name="Leader">The rule behind it; null when there is none.</param>
/// <param name="Said">What it said.</param>
/// <param name="DiskIsShort">Whether outputs have to wait.</param>
/// <param name="Network">What the rule about the network said, where a run that needs one has to wait; else null.</param>
internal sealed record Situation(
    ResourceReading Reading, PressureStep Step, IRule? Leader, Verdict Said, bool DiskIsShort, Verdict? Network)
{
    /// <summary>Before the first reading.</summary>
    public static Situation Unknown { get; } = new(new ResourceReading(), PressureStep.None, null, Verdict.Unknown, false, null);
}
