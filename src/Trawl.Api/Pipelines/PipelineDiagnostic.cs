namespace Trawl.Api.Pipelines;

/// <summary>One finding on a pipeline.</summary>
/// <param name="IsError">True for an error, false for a warning.</param>
/// <param name="Rule">The name of the rule that is broken.</param>
/// <param name="Message">What is wrong, naming the thing in quotes.</param>
/// <param name="Fix">The way out; null where the message says it.</param>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line from 1; 0 when the finding has no place.</param>
/// <param name="Column">Column in characters from 1; 0 when the finding has no place.</param>
/// <param name="Length">How many characters are meant, at least 1.</param>
public sealed record PipelineDiagnostic(
    bool IsError,
    string Rule,
    string Message,
    string? Fix,
    string File,
    int Line,
    int Column,
    int Length = 1);
