using Trawl.Html.Dom;
using Trawl.Steps.Content;
using Trawl.Steps.Selecting;

namespace Trawl.Steps.Tracing;

/// <summary>Finds where on the page something stands.</summary>
internal sealed class SourcePlaces(PageView page)
{
    private const int LongestSnippet = 400;

    private SourceLines? _lines;
    private JsonPlaces? _json;

    /// <summary>The place of a find; null for the page as a whole.</summary>
    public NodePlace? Of(in Found found) => found.Kind switch
    {
        FoundKind.Element => OfNode(found.Node),
        FoundKind.Json => OfJson(found),
        FoundKind.Text when found.Origin != HtmlDocument.None => OfNode(found.Origin),
        FoundKind.Text when found.Offset >= 0 => At(null, found.Offset, found.Offset + LongestSnippet),
        FoundKind.Text => NodePlace.Unknown,
        _ => null,
    };

    private NodePlace OfNode(int node)
    {
        var document = page.Document!;
        var path = document.PathOf(node);
        var position = document.Position(node);
        return position < 0 ? new NodePlace(path, "", 0, 0) : At(path, position, EndOf(document, node, position));
    }

    private NodePlace OfJson(in Found found)
    {
        _json ??= new JsonPlaces(page);
        var (path, start, length) = _json.Of(found.Json);
        return start < 0 ? new NodePlace(path, Cut(found.Json.GetRawText()), 0, 0) : At(path, start, start + length);
    }

    private NodePlace At(string? path, int start, int end)
    {
        var text = page.Text ?? "";
        _lines ??= new SourceLines(text);
        if (start >= text.Length) return new NodePlace(path, "", 0, 0);
        var (line, column) = _lines.Of(start);
        return new NodePlace(path, Cut(text[start..Math.Clamp(end, start, Math.Min(text.Length, start + LongestSnippet + 1))]), line, column);
    }

    /// <summary>
    /// Where an element's source ends: behind its end tag, if that stands before what follows it; otherwise there.
    /// The tree does not say, because end tags may be missing and nodes may have been moved.
    /// </summary>
    private int EndOf(HtmlDocument document, int node, int start)
    {
        var last = start;
        for (var n = document.NextInTree(node, node); n != HtmlDocument.None; n = document.NextInTree(n, node))
        {
            last = Math.Max(last, document.Position(n));
        }

        var next = document.NextAfter(node, HtmlDocument.Root);
        var bound = next != HtmlDocument.None && document.Position(next) > last ? document.Position(next) : page.Text!.Length;
        if (document.Kind(node) != NodeKind.Element) return bound;
        var source = page.Text.AsSpan(last, bound - last);
        var close = source.IndexOf($"</{document.LocalName(node)}", StringComparison.OrdinalIgnoreCase);
        if (close < 0) return bound;
        var end = source[close..].IndexOf('>');
        return end < 0 ? bound : last + close + end + 1;
    }

    private static string Cut(string snippet)
    {
        snippet = snippet.TrimEnd();
        if (snippet.Length <= LongestSnippet) return snippet;
        var cut = char.IsHighSurrogate(snippet[LongestSnippet - 1]) ? LongestSnippet - 1 : LongestSnippet;
        return snippet[..cut] + "…";
    }
}
