namespace Trawl.Pipelines.Diagnostics;

/// <summary>A rule of the pipeline language, and what breaking it is called.</summary>
/// <param name="Code">Stable code, <c>TRAWL-PIPE-nnn</c>; never used again for another rule.</param>
/// <param name="Severity">Whether breaking it stops the pipeline.</param>
/// <param name="Title">The rule in one sentence.</param>
/// <param name="WayOut">What to do, in general; a diagnostic may know better.</param>
public sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Title, string WayOut);
