using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>:contains(): the text of the element and its descendants holds a string.</summary>
internal sealed class ContainsTest(string[] texts) : SimpleTest
{
    public override bool Matches(MatchRun run, int element)
    {
        foreach (var text in texts)
            if (run.Text.Contains(element, text)) return true;
        return false;
    }
}
