using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>A condition on an element's string-value, written "." in a predicate.</summary>
internal sealed class ContentTest(StringTest how, string value) : SimpleTest
{
    public override bool Matches(MatchRun run, int element) => how == StringTest.Contains
        ? run.Text.Contains(element, value)
        : Strings.Test(run.Text.Of(element), how, value);
}
