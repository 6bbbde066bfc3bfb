using Trawl.Engine.Seams.Governing;
using Trawl.Governor.Readings;
using Trawl.Governor.Rules;

namespace Trawl.Governor;

/// <summary>What the governor saw last and made of it.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Step">The step in force for all runs.</param>
/// <param name="Rule">The rule behind it; null when nothing is short.</param>
/// <param name="Jobs">Requests in flight at most, all runs together.</param>
/// <param name="Runs">Runs that share them.</param>
/// <param name="Why">Why runs are held back; null when they are not.</param>
public sealed record GovernorPicture(ResourceReading Reading, PressureStep Step, string? Rule, int Jobs, int Runs, HeldBack? Why);
