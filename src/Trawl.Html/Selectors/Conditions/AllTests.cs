using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>Several conditions as one.</summary>
internal sealed class AllTests(SimpleTest[] tests) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        foreach (var test in tests)
            if (!test.Matches(run, element)) return false;
        return true;
    }
}
