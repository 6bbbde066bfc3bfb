namespace Trawl.Html.Dom;

/// <content>Walks in tree order.</content>
public sealed partial class HtmlDocument
{
    /// <summary>
    /// The next node in tree order below <paramref name="root"/>, or <see cref="None"/> past the last. Template
    /// contents are not visited: they are not children (give their node as the root to walk them).
    /// </summary>
    public int NextInTree(int node, int root)
    {
        int child = _nodes[node].FirstChild;
        return child != None ? child : NextAfter(node, root);
    }

    /// <summary>Like <see cref="NextInTree"/>, past all descendants of <paramref name="node"/>.</summary>
    public int NextAfter(int node, int root)
    {
        var nodes = _nodes;
        while (node != root)
        {
            int next = nodes[node].NextSibling;
            if (next != None) return next;
            node = nodes[node].Parent;
            if (node == None) return None;
        }

        return None;
    }
}
