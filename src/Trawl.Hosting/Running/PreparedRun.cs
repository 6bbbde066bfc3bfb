using Trawl.Api.Pipelines;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Running;

/// <summary>A run that only needs an engine.</summary>
/// <param name="Plan">What it executes, the home's settings applied.</param>
/// <param name="Source">The file it was made from; null for none.</param>
/// <param name="Warnings">Findings that are not errors.</param>
/// <param name="Secrets">Values for its headers.</param>
internal sealed record PreparedRun(
    PipelinePlan Plan,
    string? Source,
    IReadOnlyList<PipelineDiagnostic> Warnings,
    HeaderSecrets Secrets);
