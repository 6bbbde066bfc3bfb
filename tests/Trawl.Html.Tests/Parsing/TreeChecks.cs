using Trawl.Html.Dom;

namespace Trawl.Html.Tests.Parsing;

/// <summary>What holds for every tree, whatever the page.</summary>
internal static class TreeChecks
{
    /// <summary>Links agree both ways, nothing is reached twice, and no element is deeper than allowed.</summary>
    public static void AssertWellFormed(this HtmlDocument document, string page, int maxDepth = 512)
    {
        var seen = new bool[document.NodeCount];
        Check(document, HtmlDocument.Root, seen, page, maxDepth + 4);
        Assert.True(document.FirstElement() != HtmlDocument.None, $"no root element: {page}");
    }

    /// <summary>The root element.</summary>
    public static int FirstElement(this HtmlDocument document)
    {
        int node = document.FirstChild(HtmlDocument.Root);
        while (node != HtmlDocument.None && document.Kind(node) != NodeKind.Element) node = document.NextSibling(node);
        return node;
    }

    private static void Check(HtmlDocument document, int root, bool[] seen, string page, int maxDepth)
    {
        int depth = 0;
        var templates = new List<int>();
        int node = root;
        while (true)
        {
            Assert.False(seen[node], $"node {node} is reached twice: {page}");
            seen[node] = true;
            Assert.True(depth <= maxDepth, $"node {node} is {depth} deep: {page}");
            CheckChildren(document, node, page);
            int content = document.TemplateContent(node);
            if (content != HtmlDocument.None) templates.Add(content);
            int child = document.FirstChild(node);
            if (child != HtmlDocument.None)
            {
                node = child;
                depth++;
                continue;
            }

            while (node != root && document.NextSibling(node) == HtmlDocument.None)
            {
                node = document.Parent(node);
                depth--;
            }

            if (node == root) break;
            node = document.NextSibling(node);
        }

        foreach (int template in templates) Check(document, template, seen, page, maxDepth);
    }

    private static void CheckChildren(HtmlDocument document, int node, string page)
    {
        int previous = HtmlDocument.None;
        for (int child = document.FirstChild(node); child != HtmlDocument.None; child = document.NextSibling(child))
        {
            Assert.True(document.Parent(child) == node, $"parent of {child}: {page}");
            Assert.True(document.PreviousSibling(child) == previous, $"sibling before {child}: {page}");
            bool isSplit = previous != HtmlDocument.None && document.Kind(child) == NodeKind.Text &&
                document.Kind(previous) == NodeKind.Text && document.Kind(node) != NodeKind.Element;
            Assert.False(isSplit, $"text is split at {child}: {page}");
            previous = child;
        }

        Assert.True(document.LastChild(node) == previous, $"last child of {node}: {page}");
    }
}
