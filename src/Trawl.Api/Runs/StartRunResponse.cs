using Trawl.Api.Pipelines;

namespace Trawl.Api.Runs;

/// <summary>A run that is on its way.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Created">Whether this call made it; false when its idempotency key had made it before.</param>
/// <param name="Warnings">Findings on the pipeline that are not errors.</param>
public sealed record StartRunResponse(string RunId, bool Created, IReadOnlyList<PipelineDiagnostic> Warnings);
