using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Diagnostics;

/// <summary>Gathers findings, gives them places, and hands them over sorted and without repeats.</summary>
internal sealed class DiagnosticSink(string? file, SourceText? text)
{
    /// <summary>Nobody reads the five-hundredth error; a hostile file must not make millions.</summary>
    private const int MaxCount = 500;

    private readonly HashSet<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    /// <summary>Reports at a node; <paramref name="offset"/> counts characters of a scalar's text.</summary>
    public void Add(DiagnosticRule rule, Node node, string message, string? fix = null, int? offset = null)
    {
        node.IsFaulty |= rule.Severity == DiagnosticSeverity.Error;
        Add(rule, Place(node, offset), node.Path, message, fix);
    }

    /// <summary>Reports at an index of the text.</summary>
    public void AddAt(DiagnosticRule rule, int index, string message, string? fix = null) =>
        Add(rule, text?.Locate(index) ?? default, "", message, fix);

    public IReadOnlyList<Diagnostic> ToList() =>
        [.. _found.OrderBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal)];

    private TextPlace Place(Node node, int? offset)
    {
        if (text is null) return default;
        return text.Locate(
            offset is not null && node is ScalarNode scalar ? scalar.IndexOf(offset.Value, text) : node.Start);
    }

    private void Add(DiagnosticRule rule, TextPlace place, string path, string message, string? fix)
    {
        HasErrors |= rule.Severity == DiagnosticSeverity.Error;
        if (_found.Count >= MaxCount) return;
        _found.Add(new Diagnostic
        {
            Code = rule.Code,
            Severity = rule.Severity,
            File = file,
            Line = place.Line,
            Column = place.Column,
            Path = path,
            Message = message,
            Fix = fix ?? rule.WayOut,
        });
    }
}
