namespace Trawl.Api.Pipelines.Saved;

/// <summary>A pipeline that is kept in the home, as its current version.</summary>
/// <param name="Name">Its name: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</param>
/// <param name="Current">The current version.</param>
public sealed record SavedPipeline(string Name, PipelineVersion Current);
