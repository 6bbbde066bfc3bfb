using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>Steps between elements that skip text and comments.</summary>
internal static class Siblings
{
    public static int Previous(HtmlDocument document, int node)
    {
        do node = document.PreviousSibling(node);
        while (node != HtmlDocument.None && document.Kind(node) != NodeKind.Element);
        return node;
    }

    public static int Next(HtmlDocument document, int node)
    {
        do node = document.NextSibling(node);
        while (node != HtmlDocument.None && document.Kind(node) != NodeKind.Element);
        return node;
    }
}
