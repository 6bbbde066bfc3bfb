using Trawl.Html.Selectors;

namespace Trawl.Steps.Selecting;

/// <summary>The CSS selectors that a group of rules asks of a page, evaluated in one walk.</summary>
internal sealed class SelectorBatch
{
    private readonly SelectorSet _set;
    private readonly int[] _slots;

    /// <param name="all">The plan's selectors.</param>
    /// <param name="wanted">Which of them.</param>
    public SelectorBatch(IReadOnlyList<CssSelector> all, IEnumerable<int> wanted)
    {
        _slots = new int[all.Count];
        Array.Fill(_slots, -1);
        var chosen = new List<CssSelector>();
        foreach (var index in wanted)
        {
            if (_slots[index] >= 0) continue;
            _slots[index] = chosen.Count;
            chosen.Add(all[index]);
        }

        _set = SelectorSet.Build(chosen);
    }

    public int Count => _set.Count;

    public int SlotOf(int index) => _slots[index];

    public void Run(Html.Dom.HtmlDocument document, List<int>[] into) => _set.Run(document, Html.Dom.HtmlDocument.Root, into);
}
