using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Language;

/// <summary>What is wrong with a single value.</summary>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">The way out; null for the rule's own.</param>
/// <param name="Offset">The character at fault; null for the whole value.</param>
internal sealed record Fault(DiagnosticRule Rule, string Message, string? Fix = null, int? Offset = null);
