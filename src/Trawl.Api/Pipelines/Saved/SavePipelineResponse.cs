namespace Trawl.Api.Pipelines.Saved;

/// <summary>A pipeline was saved.</summary>
/// <param name="Pipeline">It as it stands now.</param>
/// <param name="Created">Whether a version was made; false when the text is that of the current one.</param>
/// <param name="Diagnostics">All that was found in the text.</param>
public sealed record SavePipelineResponse(SavedPipeline Pipeline, bool Created, IReadOnlyList<PipelineDiagnostic> Diagnostics);
