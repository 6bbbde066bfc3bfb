using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>A type whose case matters: HTML elements are compared in lower case, all others as written.</summary>
internal sealed class NameTest(SelectorName lower, SelectorName exact) : SimpleTest
{
    public override bool Matches(MatchRun run, int element) =>
        run.Document.NameId(element)
        == run.Id(run.Document.Namespace(element) == ElementNamespace.Html ? lower : exact);
}
