using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>What the navigators of one evaluation share: the document, its order, and what is left of the work allowance.</summary>
internal sealed class NavigatorSession(HtmlDocument document)
{
    private const long Allowance = 30_000_000;

    private long _left = Allowance;
    private int[]? _order;
    private TextIndex? _text;

    public HtmlDocument Document => document;

    public System.Xml.NameTable Names { get; } = new();

    public void Spend(int cost = 1)
    {
        _left -= cost;
        if (_left < 0) throw new XPathBudgetException();
    }

    /// <summary>The place of a node in document order; ids need not follow it where the parser moved nodes.</summary>
    public int Order(int node)
    {
        if (_order is null)
        {
            _order = new int[document.NodeCount];
            var place = 0;
            for (var n = HtmlDocument.Root; n != HtmlDocument.None; n = document.NextInTree(n, HtmlDocument.Root))
                _order[n] = place++;
        }
        return _order[node];
    }

    public string Text(int node)
    {
        var text = (_text ??= TextIndex.Build(document)).Of(node);
        Spend(text.Length >> 5);
        return text.ToString();
    }
}
