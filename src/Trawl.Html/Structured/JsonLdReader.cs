using System.Text.Json;
using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Html.Structured;

/// <summary>The JSON-LD blocks of a page, as forgiving as pages need it.</summary>
internal static class JsonLdReader
{
    private const int MaxItems = 10_000;

    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    public static void Read(HtmlDocument document, List<JsonElement> items, List<StructuredProblem> problems)
    {
        for (var node = HtmlDocument.Root; node != HtmlDocument.None; node = document.NextInTree(node, HtmlDocument.Root))
            if (document.IsHtml(node, KnownName.Script) && IsJsonLd(document, node)) ReadBlock(document, node, items, problems);
    }

    private static bool IsJsonLd(HtmlDocument document, int script)
    {
        if (!document.TryGetAttribute(script, KnownName.Type, out var type)) return false;
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);
    }

    private static void ReadBlock(HtmlDocument document, int script, List<JsonElement> items, List<StructuredProblem> problems)
    {
        var text = Unwrap(JsonWriting.Valid(TakenText.Of(document, script)));
        if (text.IsEmpty)
        {
            problems.Add(new StructuredProblem(script, "The JSON-LD block is empty.", 0, 0));
            return;
        }
        try
        {
            using var json = JsonDocument.Parse(text, s_options);
            if (!Flatten(json.RootElement.Clone(), items))
                problems.Add(new StructuredProblem(script, $"The page has more than {MaxItems} JSON-LD items; the rest is left out.", 0, 0));
        }
        catch (JsonException e)
        {
            problems.Add(new StructuredProblem(script, e.Message, e.LineNumber ?? 0, e.BytePositionInLine ?? 0));
        }
    }

    // Templates of the last century wrap scripts in comments or CDATA, and end them like a statement.
    private static ReadOnlyMemory<char> Unwrap(string block)
    {
        var text = block.AsMemory().Trim();
        while (true)
        {
            var before = text.Length;
            text = Strip(text, "<!--", "-->");
            text = Strip(text, "//<![CDATA[", "//]]>");
            text = Strip(text, "/*<![CDATA[*/", "/*]]>*/");
            text = Strip(text, "<![CDATA[", "]]>");
            text = text.TrimEnd(" \t\r\n;,").TrimStart();
            if (text.Length == before) return text;
        }
    }

    private static ReadOnlyMemory<char> Strip(ReadOnlyMemory<char> text, string start, string end)
    {
        if (text.Span.StartsWith(start)) text = text[start.Length..].Trim();
        return text.Span.EndsWith(end) ? text[..^end.Length].Trim() : text;
    }

    // False when there are too many. Nesting is bounded by the parser's depth.
    private static bool Flatten(JsonElement value, List<JsonElement> items)
    {
        if (items.Count >= MaxItems) return false;
        if (value.ValueKind == JsonValueKind.Array) return FlattenAll(value, items);
        if (value.ValueKind != JsonValueKind.Object) return true;
        if (!value.TryGetProperty("@graph", out var graph))
        {
            items.Add(value);
            return true;
        }

        // A named graph has properties of its own beside it and stays an item too.
        if (value.TryGetProperty("@type", out _)) items.Add(value);
        return Flatten(graph, items);
    }

    private static bool FlattenAll(JsonElement array, List<JsonElement> items)
    {
        foreach (var item in array.EnumerateArray())
            if (!Flatten(item, items)) return false;
        return true;
    }
}
