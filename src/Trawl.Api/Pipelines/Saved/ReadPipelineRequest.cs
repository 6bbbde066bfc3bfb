namespace Trawl.Api.Pipelines.Saved;

/// <summary>Asks for the text of a saved pipeline.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="Version">Which version; null for the current one.</param>
public sealed record ReadPipelineRequest(string Name, int? Version = null);
