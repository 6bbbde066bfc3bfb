namespace Trawl.Api.Pipelines;

/// <summary>One finding on a pipeline.</summary>
/// <param name="IsError">True for an error, false for a warning.</param>
/// <param name="Code">The stable code of the rule that is broken, <c>TRAWL-PIPE-nnn</c>.</param>
/// <param name="Message">What is wrong, naming the thing in quotes.</param>
/// <param name="Fix">The way out.</param>
/// <param name="File">The file as it was named; null for a pipeline written in C#.</param>
/// <param name="Line">Line from 1; 0 when the finding has no place.</param>
/// <param name="Column">Column in UTF-16 units from 1; 0 when the finding has no place.</param>
/// <param name="Path">The keys that lead to the place, such as <c>pages.product.url</c>; empty for the whole.</param>
public sealed record PipelineDiagnostic(
    bool IsError,
    string Code,
    string Message,
    string Fix,
    string? File,
    int Line,
    int Column,
    string Path);
