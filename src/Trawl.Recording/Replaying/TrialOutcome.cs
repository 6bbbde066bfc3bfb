using Trawl.Engine.Running;

namespace Trawl.Recording.Replaying;

/// <summary>How the trial of a plan ended.</summary>
/// <param name="Result">How the engine left it.</param>
/// <param name="Missing">URLs the plan wanted that the capture does not hold, ordered.</param>
public sealed record TrialOutcome(RunResult Result, IReadOnlyList<string> Missing);
