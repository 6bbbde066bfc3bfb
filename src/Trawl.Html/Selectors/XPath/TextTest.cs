using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>
/// A condition on the text nodes that are children: comparisons hold when they hold for any of them, functions look at
/// the first alone (XPath 1.0, sections 3.4 and 4.2).
/// </summary>
internal sealed class TextTest(StringTest how, string value) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        var document = run.Document;
        for (var n = document.FirstChild(element); n != HtmlDocument.None; n = document.NextSibling(n))
        {
            if (document.Kind(n) != NodeKind.Text) continue;
            if (Strings.Test(document.Data(n), how, value)) return true;
            if (how is StringTest.Contains or StringTest.StartsWith) return false;
        }
        return false;
    }
}
