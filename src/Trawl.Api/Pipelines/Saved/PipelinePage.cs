namespace Trawl.Api.Pipelines.Saved;

/// <summary>Saved pipelines.</summary>
/// <param name="Pipelines">The pipelines, by name.</param>
/// <param name="Next">The next page begins behind this name; null on the last.</param>
public sealed record PipelinePage(IReadOnlyList<SavedPipeline> Pipelines, string? Next);
