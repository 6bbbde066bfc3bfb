using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>A condition given as a method.</summary>
internal sealed class PredicateTest(Func<MatchRun, int, bool> condition) : SimpleTest
{
    public override bool Matches(MatchRun run, int element) => condition(run, element);
}
