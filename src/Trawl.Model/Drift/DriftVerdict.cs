namespace Trawl.Model.Drift;

/// <summary>A run compared with earlier runs of its pipeline.</summary>
/// <param name="State">What it came to.</param>
/// <param name="ComparedWith">Ids of the earlier runs, newest first.</param>
/// <param name="Findings">What got worse, the gravest first.</param>
public sealed record DriftVerdict(
    DriftState State,
    IReadOnlyList<string> ComparedWith,
    IReadOnlyList<DriftFinding> Findings);
