using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Pipelines.Starter;

/// <summary>A page as the guesses ask it.</summary>
internal sealed class PageView
{
    public PageView(HtmlDocument document)
    {
        Document = document;
        for (int node = document.NextInTree(HtmlDocument.Root, HtmlDocument.Root);
            node != HtmlDocument.None;
            node = document.NextInTree(node, HtmlDocument.Root))
            if (document.Kind(node) == NodeKind.Element) Elements.Add(node);
    }

    public HtmlDocument Document { get; }

    /// <summary>All elements in tree order.</summary>
    public List<int> Elements { get; } = [];

    public List<int> Select(string css, int scope = HtmlDocument.Root)
    {
        var found = new List<int>();
        if (CssSelector.TryParse(css, out var selector, out _)) selector.Select(Document, scope, found);
        return found;
    }

    public string? Attribute(int element, string name) =>
        Document.FindName(name) is >= 0 and var id && Document.TryGetAttribute(element, id, out var value)
            ? value.ToString() : null;

    public string Text(int element) => Document.SquashedText(element);

    /// <summary>The text of the first match; null when there is none or it is empty.</summary>
    public string? TextOf(string css) =>
        Select(css) is [var first, ..] && Text(first) is { Length: > 0 } text ? text : null;

    /// <summary>Class names that need no escape in a selector.</summary>
    public IReadOnlyList<string> Classes(int element) =>
        [.. (Attribute(element, "class") ?? "")
            .Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries).Where(IsSimple).Take(4)];

    /// <summary>The element's name, with its id or first class where it has one.</summary>
    public string Step(int element)
    {
        string name = Document.LocalName(element);
        if (!IsSimple(name)) return "*";
        if (Attribute(element, "id") is { } id && IsSimple(id) && !id.Any(char.IsAsciiDigit)) return $"{name}#{id}";
        return Classes(element) is [var first, ..] ? $"{name}.{first}" : name;
    }

    public static bool IsSimple(string name) =>
        name.Length is > 0 and <= 40 && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
