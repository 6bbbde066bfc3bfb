using System.Text;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Language;

/// <summary>Writes the reference pages of the language, as Markdown.</summary>
public static class ReferenceWriter
{
    private const string Made = "<!-- Generated from the code: TRAWL_UPDATE=1 ./build.sh test writes it anew. -->\n\n";

    /// <summary>The reference of all keys; LF line ends, the same at every call.</summary>
    public static string WriteLanguage()
    {
        var catalog = new ShapeCatalog(PipelineLanguage.Root);
        var page = new StringBuilder(Made).Append(ReferenceText.Head);
        foreach (var map in catalog.Maps) AppendMap(page, map);
        page.Append("## Kinds of values\n\n| value | how it is written |\n|---|---|\n");
        foreach (var scalar in catalog.Scalars) page.Append(
            $"| <a id=\"{scalar.Name}\"></a>{scalar.Name} | {Cell(scalar.Doc)} |\n");
        return page.Append(ReferenceText.Tail).ToString();
    }

    /// <summary>The reference of all errors and warnings; LF line ends, the same at every call.</summary>
    public static string WriteErrors()
    {
        var page = new StringBuilder(Made).Append(ReferenceText.Errors);
        page.Append("| code | | rule | way out |\n|---|---|---|---|\n");
        foreach (var rule in Rules.All)
            AppendRule(page, rule);
        return page.ToString();
    }

    private static void AppendRule(StringBuilder page, DiagnosticRule rule)
    {
        page.Append($"| <a id=\"{rule.Code.ToLowerInvariant()}\"></a>{rule.Code} ");
        page.Append($"| {rule.Severity.ToString().ToLowerInvariant()} | {Cell(rule.Title)} | {Cell(rule.WayOut)} |\n");
    }

    private static void AppendMap(StringBuilder page, MapShape map)
    {
        page.Append($"## {map.Name}\n\n{map.Doc}\n\n```yaml\n{map.Example}\n```\n\n");
        if (map.OneOf.Count > 0)
            page.Append($"{(map.NeedsOne ? "Exactly" : "At most")} one of {string.Join(", ", map.OneOf.Select(Code))}.\n\n");
        page.Append("| key | value | default | meaning |\n|---|---|---|---|\n");
        foreach (var key in map.Keys)
            page.Append($"| {Code(key.Name)} | {Cell(Value(key.Shape))} | {Cell(Default(key))} | {Cell(Meaning(key))} |\n");
        page.Append('\n');
        foreach (var (name, choices) in map.Keys.SelectMany(k => Choices(k.Name, k.Shape))) AppendChoices(
            page, name, choices);
    }

    private static string Default(Key key) => key.Required ? "required" : key.Default ?? "";

    private static string Meaning(Key key)
    {
        string with = key.OnlyWith.Count == 0 ? "" : $" Only with {string.Join(", ", key.OnlyWith.Select(Code))}.";
        return key.Doc + with + (key.Example is null ? "" : $" Example: {Code(key.Example)}.");
    }

    private static void AppendChoices(
        StringBuilder page, string name, IReadOnlyList<(string Value, string Doc)> choices)
    {
        page.Append($"Values of {Code(name)}:\n\n");
        foreach (var (value, doc) in choices) page.Append($"- {Code(value)}: {doc}\n");
        page.Append('\n');
    }

    private static IEnumerable<(string, IReadOnlyList<(string, string)>)> Choices(string name, Shape shape) =>
        shape switch
    {
        ScalarShape { Choices.Count: > 0 } scalar => [(name, scalar.Choices)],
        UnionShape { Scalar: { } scalar } => Choices(name, scalar),
        _ => [],
    };

    private static string Value(Shape shape) => shape switch
    {
        MapShape map => $"[{map.Name} map](#{map.Name.ToLowerInvariant()})",
        ScalarShape { Name: { } name } scalar => $"[{scalar.Summary}](#{name})",
        ListShape list => "list of " + Value(list.Item),
        TableShape table => $"map from {Value(table.Key)} to {Value(table.Value)}",
        UnionShape union => string.Join(" or ", union.Parts.Select(Value)),
        _ => shape.Summary,
    };

    private static string Code(string text) => $"`{text}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
