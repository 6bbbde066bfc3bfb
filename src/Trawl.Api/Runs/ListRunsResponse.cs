namespace Trawl.Api.Runs;

/// <summary>Runs of the home.</summary>
/// <param name="Runs">The runs, newest first.</param>
/// <param name="Damaged">Folders that hold no readable run.</param>
public sealed record ListRunsResponse(IReadOnlyList<RunSummary> Runs, IReadOnlyList<DamagedRun> Damaged);
