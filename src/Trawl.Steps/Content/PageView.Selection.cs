using System.Runtime.InteropServices;
using Trawl.Html.Dom;
using Trawl.Steps.Selecting;
using Trawl.Web.Urls;

namespace Trawl.Steps.Content;

/// <content>The matches of the plan's CSS selectors.</content>
internal sealed partial class PageView
{
    private static readonly int Href = NameTable.Find("href");

    private SelectorBatch? _batch;
    private List<int>[] _matches = [];
    private TreeOrder? _order;

    /// <summary>Evaluates the selectors of the rules that may apply, and finds the base of relative URLs.</summary>
    /// <param name="batch">The selectors.</param>
    /// <param name="baseIndex">Index of the selector for <c>base[href]</c>.</param>
    public void Select(SelectorBatch batch, int baseIndex)
    {
        if (Document is null) return;
        _batch = batch;
        if (_matches.Length != batch.Count) _matches = NewLists(batch.Count);
        batch.Run(Document, _matches);
        FindBase(baseIndex);
    }

    /// <summary>The matches of a selector below a scope, in tree order.</summary>
    public ReadOnlySpan<int> Matches(int index, in Found scope)
    {
        var slot = _batch?.SlotOf(index) ?? -1;
        if (slot < 0) return default;
        var all = _matches[slot];
        if (scope.Node == HtmlDocument.Root) return CollectionsMarshal.AsSpan(all);
        _order ??= new TreeOrder(Document!);
        return _order.Below(all, scope.Node);
    }

    // HTML standard, 4.2.3: the first base element that has an href counts, and a bad one does not.
    private void FindBase(int baseIndex)
    {
        var bases = Matches(baseIndex, Found.Page);
        if (bases.IsEmpty || !Document!.TryGetAttribute(bases[0], Href, out var href)) return;
        if (WebUrl.TryParse(href, Page.Url, out var url) && url.IsHttp) Base = url;
    }

    private static List<int>[] NewLists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++) lists[i] = [];
        return lists;
    }

    private void CloseSelection()
    {
        foreach (var list in _matches) list.Clear();
        _order?.Dispose();
        _order = null;
        _batch = null;
    }
}
