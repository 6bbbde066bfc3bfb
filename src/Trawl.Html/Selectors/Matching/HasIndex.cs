using System.Buffers;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>
/// The anchors of a relative selector for a whole document, in one backward pass per compound: reading elements from
/// last to first, each tells its parent or previous sibling what was found, so nothing is searched twice.
/// </summary>
internal sealed class HasIndex(ComplexSelector[] selectors)
{
    public void Fill(MatchRun run, ulong[] into)
    {
        foreach (var selector in selectors)
        {
            var found = Find(run, selector);
            for (var i = 0; i <= run.Document.NodeCount >> 6; i++) into[i] |= found[i];
            ArrayPool<ulong>.Shared.Return(found);
        }
    }

    private static ulong[] Find(MatchRun run, ComplexSelector selector)
    {
        ulong[]? rest = null;
        for (var i = selector.Compounds.Length - 1; i >= 0; i--)
        {
            var found = run.RentBits();
            Pass(run, selector.Compounds[i], selector.Combinators[i], rest, found);
            if (rest is not null) ArrayPool<ulong>.Shared.Return(rest);
            rest = found;
        }
        return rest!;
    }

    // into: the nodes that have an element matching the compound (and what follows it) where the combinator looks.
    private static void Pass(MatchRun run, Compound compound, Combinator combinator, ulong[]? rest, ulong[] into)
    {
        var elements = run.Elements;
        var document = run.Document;
        var carries = combinator is Combinator.Descendant or Combinator.SubsequentSibling;
        var upward = combinator is Combinator.Descendant or Combinator.Child;
        for (var i = elements.Count - 1; i >= 0; i--)
        {
            var element = elements[i];
            var holds = (rest is null || Bits.Has(rest, element)) && compound.Matches(run, element);
            if (!holds && !(carries && Bits.Has(into, element))) continue;
            var target = upward ? document.Parent(element) : Siblings.Previous(document, element);
            if (target >= 0) Bits.Set(into, target);
        }
    }
}
