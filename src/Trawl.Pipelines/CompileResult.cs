using Trawl.Model.Plans;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines;

/// <summary>What became of a pipeline's text.</summary>
/// <param name="Plan">The plan; null when there is an error.</param>
/// <param name="Definition">What was read, also when there are errors.</param>
/// <param name="Diagnostics">All errors and warnings, by line and column.</param>
public sealed record CompileResult(
    PipelinePlan? Plan, PipelineDefinition Definition, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a plan.</summary>
    public bool IsValid => Plan is not null;

    /// <summary>The errors alone.</summary>
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The warnings alone.</summary>
    public IEnumerable<Diagnostic> Warnings => Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning);
}
