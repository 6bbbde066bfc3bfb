namespace Trawl.Api.Pipelines.Saved;

/// <summary>Asks what changed between two versions of a saved pipeline.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="From">The one version.</param>
/// <param name="To">The other; null for the current one.</param>
public sealed record DiffPipelineRequest(string Name, int From, int? To = null);
