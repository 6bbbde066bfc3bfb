using System.Buffers;
using System.Runtime.InteropServices;
using Trawl.Html.Dom;

namespace Trawl.Steps.Selecting;

/// <summary>
/// Where each node stands in tree order and where its subtree ends, so that "below this element" is a comparison of
/// numbers. Node numbers alone do not tell: parsers move nodes.
/// </summary>
internal sealed class TreeOrder : IDisposable
{
    private int[] _first;
    private int[] _last;

    public TreeOrder(HtmlDocument document)
    {
        _first = ArrayPool<int>.Shared.Rent(document.NodeCount);
        _last = ArrayPool<int>.Shared.Rent(document.NodeCount);
        Number(document);
    }

    /// <summary>The part of a list in tree order that stands below a node, the node itself not counted.</summary>
    public ReadOnlySpan<int> Below(List<int> nodes, int scope)
    {
        var all = CollectionsMarshal.AsSpan(nodes);
        var start = FirstBehind(all, _first[scope]);
        return all[start..FirstBehind(all, _last[scope])];
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_first);
        ArrayPool<int>.Shared.Return(_last);
        _first = _last = [];
    }

    private int FirstBehind(ReadOnlySpan<int> nodes, int position)
    {
        var (low, high) = (0, nodes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_first[nodes[middle]] > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private void Number(HtmlDocument document)
    {
        var count = 0;
        var node = HtmlDocument.Root;
        while (node != HtmlDocument.None)
        {
            _first[node] = count++;
            var child = document.FirstChild(node);
            node = child != HtmlDocument.None ? child : Close(document, node, count - 1);
        }
    }

    /// <summary>Closes a leaf and every ancestor that ends with it; the next node in tree order.</summary>
    private int Close(HtmlDocument document, int node, int last)
    {
        for (; node != HtmlDocument.None; node = document.Parent(node))
        {
            _last[node] = last;
            var next = node == HtmlDocument.Root ? HtmlDocument.None : document.NextSibling(node);
            if (next != HtmlDocument.None) return next;
        }

        return HtmlDocument.None;
    }
}
