using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

internal sealed class NotTest(SimpleTest inner) : SimpleTest
{
    public override bool Matches(MatchRun run, int element) => !inner.Matches(run, element);
}
