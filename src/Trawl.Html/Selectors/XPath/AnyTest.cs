using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

internal sealed class AnyTest(SimpleTest[] tests) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        foreach (var test in tests)
            if (test.Matches(run, element)) return true;
        return false;
    }
}
