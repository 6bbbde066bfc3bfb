using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>:nth-child(), :nth-last-child() with or without "of S", and :nth-of-type(), :nth-last-of-type().</summary>
internal sealed class NthTest(int step, int offset, NthCounting counting, SelectorListTest? of = null) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        if (of is not null && !of.Matches(run, element)) return false;
        var numbers = run.Numbers(of ?? counting.Key);
        if (numbers[element] == 0) Number(run, element, numbers);
        long distance = (long)numbers[element] - offset;
        return step == 0 ? distance == 0 : distance % step == 0 && distance / step >= 0;
    }

    // All siblings at once, so that asking each of them costs one pass in all.
    private void Number(MatchRun run, int element, int[] numbers)
    {
        var document = run.Document;
        var parent = document.Parent(element);
        if (parent == HtmlDocument.None)
        {
            numbers[element] = 1;
            return;
        }
        var last = counting.FromEnd;
        var types = counting.ByType ? new Dictionary<int, int>() : null;
        var count = 0;
        for (var n = last ? document.LastChild(parent) : document.FirstChild(parent);
            n != HtmlDocument.None;
            n = last ? document.PreviousSibling(n) : document.NextSibling(n))
        {
            if (document.Kind(n) != NodeKind.Element || (of is not null && !of.Matches(run, n))) continue;
            numbers[n] = types is null ? ++count : NextOfType(types, document, n);
        }
    }

    private int NextOfType(Dictionary<int, int> types, HtmlDocument document, int node)
    {
        var space = counting.AcrossNamespaces ? 0 : (int)document.Namespace(node);
        var type = (document.NameId(node) << 2) | space;
        var number = types.GetValueOrDefault(type) + 1;
        types[type] = number;
        return number;
    }
}
