namespace Trawl.Api.Pipelines;

/// <summary>Asks for all errors and warnings of a pipeline.</summary>
/// <param name="Pipeline">The pipeline.</param>
public sealed record ValidateRequest(PipelineSource Pipeline);
