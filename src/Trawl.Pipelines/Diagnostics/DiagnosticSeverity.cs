namespace Trawl.Pipelines.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The pipeline runs; its author should know.</summary>
    Warning,

    /// <summary>There is no plan until this is put right.</summary>
    Error,
}
