using System.Text.Json;
using Trawl.Html.Dom;

namespace Trawl.Steps.Selecting;

/// <summary>One thing a selector found, and the scope of the selectors below it.</summary>
internal readonly struct Found
{
    private Found(FoundKind kind, int node, JsonElement json, string? text) =>
        (Kind, Node, Json, Text) = (kind, node, json, text);

    public static Found Page { get; } = new(FoundKind.Page, HtmlDocument.Root, default, null);

    public FoundKind Kind { get; }

    /// <summary>The element; the document's root for everything else, where CSS and XPath then look.</summary>
    public int Node { get; }

    public JsonElement Json { get; }

    public string? Text { get; }

    public static Found OfElement(int node) => new(FoundKind.Element, node, default, null);

    public static Found OfJson(JsonElement json) => new(FoundKind.Json, HtmlDocument.Root, json, null);

    public static Found OfText(string text) => new(FoundKind.Text, HtmlDocument.Root, default, text);
}
