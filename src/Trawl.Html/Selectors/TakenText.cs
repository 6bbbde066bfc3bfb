using System.Text;
using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors;

/// <summary>The strings behind <see cref="SelectorTake"/>.</summary>
internal static class TakenText
{
    public static void Add(HtmlDocument document, List<int> elements, SelectorTake take, List<string> into)
    {
        switch (take.Kind)
        {
            case SelectorTakeKind.Attribute:
                AddAttributes(document, elements, document.FindName(take.Attribute), into);
                break;
            case SelectorTakeKind.Text:
                var texts = new List<int>();
                TextNodes.Add(document, elements, deep: false, texts);
                foreach (var text in texts) into.Add(document.Data(text).ToString());
                break;
            default:
                foreach (var element in elements) into.Add(Of(document, element));
                break;
        }
    }

    private static void AddAttributes(HtmlDocument document, List<int> elements, int name, List<string> into)
    {
        foreach (var element in elements)
            if (document.TryGetAttribute(element, name, out var value)) into.Add(value.ToString());
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
