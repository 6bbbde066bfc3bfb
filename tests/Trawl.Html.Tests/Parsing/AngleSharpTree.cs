using System.Text;
using AngleSharp.Dom;
using Trawl.Html.Dom;

namespace Trawl.Html.Tests.Parsing;

/// <summary>Elements in tree order with their depth, as another parser and as ours has them.</summary>
internal static class AngleSharpTree
{
    public static IDocument Parse(string html) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

    public static string Elements(IDocument document)
    {
        var text = new StringBuilder();
        foreach (var element in document.All)
        {
            int depth = 0;
            for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement) depth++;
            text.Append(depth).Append(' ').Append(element.LocalName).Append('\n');
        }

        return text.ToString();
    }

    public static string Elements(HtmlDocument document)
    {
        var text = new StringBuilder();
        int node = document.NextInTree(HtmlDocument.Root, HtmlDocument.Root);
        for (; node != HtmlDocument.None; node = document.NextInTree(node, HtmlDocument.Root))
        {
            if (document.Kind(node) != NodeKind.Element) continue;
            int depth = 0;
            for (int parent = document.Parent(node); parent != HtmlDocument.Root; parent = document.Parent(parent)) depth++;
            text.Append(depth).Append(' ').Append(document.LocalName(node)).Append('\n');
        }

        return text.ToString();
    }
}
