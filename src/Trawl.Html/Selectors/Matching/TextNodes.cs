using System.Buffers;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>The text nodes of chosen elements, in document order and each once, though the elements may nest.</summary>
internal static class TextNodes
{
    /// <param name="document">The document.</param>
    /// <param name="elements">Elements in document order.</param>
    /// <param name="deep">All text below the elements; otherwise only their children.</param>
    /// <param name="into">Receives the nodes.</param>
    public static void Add(HtmlDocument document, List<int> elements, bool deep, List<int> into)
    {
        var length = (document.NodeCount >> 6) + 1;
        var chosen = ArrayPool<ulong>.Shared.Rent(length);
        chosen.AsSpan(0, length).Clear();
        foreach (var element in elements) Bits.Set(chosen, element);
        for (var i = 0; i < elements.Count;)
        {
            var outer = elements[i++];
            for (var n = document.NextInTree(outer, outer); n != HtmlDocument.None; n = document.NextInTree(n, outer))
            {
                // The chosen inside come next in the list.
                if (Bits.Has(chosen, n)) i++;
                else if (document.Kind(n) == NodeKind.Text && (deep || Bits.Has(chosen, document.Parent(n)))) into.Add(n);
            }
        }
        ArrayPool<ulong>.Shared.Return(chosen);
    }
}
