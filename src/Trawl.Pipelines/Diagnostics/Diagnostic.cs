namespace Trawl.Pipelines.Diagnostics;

/// <summary>One finding in a pipeline: what, where, which rule and the way out.</summary>
public sealed record Diagnostic
{
    /// <summary>Stable code, <c>TRAWL-PIPE-nnn</c>; see <c>docs/reference/pipeline-errors.md</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it stops the pipeline.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The pipeline's file as the caller named it; null for a pipeline written in C#.</summary>
    public string? File { get; init; }

    /// <summary>Line from 1; 0 where there is no text.</summary>
    public int Line { get; init; }

    /// <summary>Column from 1 in UTF-16 units; 0 where there is no text.</summary>
    public int Column { get; init; }

    /// <summary>
    /// The keys that lead to the place, such as <c>pages.product.url</c>; empty for the whole pipeline.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>What is wrong, with the thing in quotes and the rule.</summary>
    public required string Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Fix { get; init; }

    /// <summary><c>file:line:column: error TRAWL-PIPE-nnn: message fix</c>, as editors and terminals read it.</summary>
    public override string ToString()
    {
        string kind = Severity == DiagnosticSeverity.Error ? "error" : "warning";
        string where = Line > 0 ? FormattableString.Invariant($"{File ?? "pipeline"}:{Line}:{Column}") : Path;
        return $"{(where.Length == 0 ? "pipeline" : where)}: {kind} {Code}: {Message} {Fix}";
    }
}
