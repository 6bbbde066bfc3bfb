namespace Trawl.Api.Pipelines.Saved;

/// <summary>Versions of a saved pipeline.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="Versions">The versions, the newest first.</param>
/// <param name="Next">The next page begins below this number; null on the last.</param>
public sealed record VersionPage(string Name, IReadOnlyList<PipelineVersion> Versions, int? Next);
