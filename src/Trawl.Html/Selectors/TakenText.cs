using System.Text;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors;

/// <summary>The strings behind <see cref="SelectorTake"/>.</summary>
internal static class TakenText
{
    public static void Add(HtmlDocument document, int element, SelectorTake take, List<string> into)
    {
        switch (take.Kind)
        {
            case SelectorTakeKind.Attribute:
                if (document.TryGetAttribute(element, document.FindName(take.Attribute), out var value)) into.Add(value.ToString());
                break;
            case SelectorTakeKind.Text:
                for (var n = document.FirstChild(element); n != HtmlDocument.None; n = document.NextSibling(n))
                    if (document.Kind(n) == NodeKind.Text) into.Add(document.Data(n).ToString());
                break;
            default:
                into.Add(Of(document, element));
                break;
        }
    }

    /// <summary>All text below a node (or of it), in tree order.</summary>
    public static string Of(HtmlDocument document, int node)
    {
        if (document.Kind(node) is NodeKind.Text or NodeKind.Comment) return document.Data(node).ToString();
        var child = document.FirstChild(node);
        if (child == HtmlDocument.None) return "";
        if (document.NextSibling(child) == HtmlDocument.None && document.Kind(child) == NodeKind.Text)
            return document.Data(child).ToString();
        var text = new StringBuilder();
        for (var n = child; n != HtmlDocument.None; n = document.NextInTree(n, node))
            if (document.Kind(n) == NodeKind.Text) text.Append(document.Data(n));
        return text.ToString();
    }
}
