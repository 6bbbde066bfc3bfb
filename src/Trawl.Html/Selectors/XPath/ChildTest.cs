using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>Some child matches. Looking at the children of each candidate reads no node twice.</summary>
internal sealed class ChildTest(Compound compound) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        var document = run.Document;
        for (var n = document.FirstChild(element); n != HtmlDocument.None; n = document.NextSibling(n))
            if (document.Kind(n) == NodeKind.Element && compound.Matches(run, n)) return true;
        return false;
    }
}
