using System.Text.Json;
using Trawl.Html.Dom;

namespace Trawl.Steps.Selecting;

/// <summary>One thing a selector found, and the scope of the selectors below it.</summary>
internal readonly struct Found
{
    private Found(FoundKind kind, int node, JsonElement json, string? text, int origin, int offset) =>
        (Kind, Node, Json, Text, Origin, Offset) = (kind, node, json, text, origin, offset);

    public static Found Page { get; } =
        new(FoundKind.Page, HtmlDocument.Root, default, null, HtmlDocument.None, -1);

    public FoundKind Kind { get; }

    /// <summary>The element; the document's root for everything else, where CSS and XPath then look.</summary>
    public int Node { get; }

    public JsonElement Json { get; }

    public string? Text { get; }

    /// <summary>For a text, the node whose it is (an attribute's element, a comment); None when it is no node's.</summary>
    public int Origin { get; }

    /// <summary>For a text, where it stands in the page's source, in UTF-16 code units; -1 when that is not known.</summary>
    public int Offset { get; }

    public static Found OfElement(int node) => new(FoundKind.Element, node, default, null, HtmlDocument.None, -1);

    public static Found OfJson(JsonElement json) =>
        new(FoundKind.Json, HtmlDocument.Root, json, null, HtmlDocument.None, -1);

    public static Found OfText(string text, int origin = HtmlDocument.None, int offset = -1) =>
        new(FoundKind.Text, HtmlDocument.Root, default, text, origin, offset);
}
