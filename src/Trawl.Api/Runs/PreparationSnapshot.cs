namespace Trawl.Api.Runs;

/// <summary>Work before a run's first request: its archives are indexed.</summary>
/// <param name="Done">Bytes read.</param>
/// <param name="Total">Bytes to read.</param>
/// <param name="Records">Records seen.</param>
public sealed record PreparationSnapshot(long Done, long Total, long Records);
