using Trawl.Html.Selectors;
using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>
/// A CSS selector. All of a plan's run in one walk of the page, also those that look below an element: what stands
/// left of a combinator may match outside of it, so their matches are those of the whole page that stand in it.
/// </summary>
internal sealed class CssItems(SelectorSpec spec, CssSelector selector, int index) : ItemSelector(spec)
{
    /// <summary>Its place among the selectors of the plan that are evaluated together; -1 for one of its own.</summary>
    public int Index { get; } = index;

    public override string? Take { get; } = selector.Take.Kind switch
    {
        SelectorTakeKind.Attribute => "@" + selector.Take.Attribute,
        SelectorTakeKind.Text => "textNodes",
        _ => null,
    };

    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        var nodes = page.RentNodes();
        foreach (var node in Nodes(page, scope, nodes)) into.Add(Found.OfElement(node));
        page.Return(nodes);
    }

    public override int Count(PageView page, in Found scope)
    {
        var nodes = page.RentNodes();
        var count = Nodes(page, scope, nodes).Length;
        page.Return(nodes);
        return count;
    }

    /// <summary>The matches; the list is room for them, not always used.</summary>
    public ReadOnlySpan<int> Nodes(PageView page, in Found scope, List<int> room)
    {
        if (page.Document is not { } document) return default;
        if (Index >= 0) return page.Matches(Index, scope);
        selector.Select(document, scope.Node, room);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(room);
    }
}
