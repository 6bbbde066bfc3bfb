using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines;

/// <summary>A pipeline written in C# is wrong; it holds all errors, not only the first.</summary>
/// <param name="diagnostics">All findings, warnings too.</param>
public sealed class PipelineException(IReadOnlyList<Diagnostic> diagnostics) : Exception(Text(diagnostics))
{
    /// <summary>All errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    private static string Text(IReadOnlyList<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
            .Prepend<object>("The pipeline is wrong:"));
}
