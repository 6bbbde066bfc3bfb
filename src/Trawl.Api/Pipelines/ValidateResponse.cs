using Trawl.Model.Plans;

namespace Trawl.Api.Pipelines;

/// <summary>What is known of a pipeline.</summary>
/// <param name="Diagnostics">All findings, in the order of their places.</param>
/// <param name="Plan">The plan; null when there are errors.</param>
public sealed record ValidateResponse(IReadOnlyList<PipelineDiagnostic> Diagnostics, PipelinePlan? Plan)
{
    /// <summary>Whether a run could be started.</summary>
    public bool IsValid => Plan is not null;
}
