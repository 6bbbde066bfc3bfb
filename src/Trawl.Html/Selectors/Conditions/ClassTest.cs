using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>A class; its case does not matter in a document in quirks mode.</summary>
internal sealed class ClassTest(string name) : SimpleTest
{
    private static readonly SelectorName s_class = new("class");

    public override SelectorName RequiredAttribute => s_class;

    public override bool Matches(MatchRun run, int element) =>
        run.Document.TryGetAttribute(element, KnownName.Class, out var value)
        && Words.Contains(value, name, run.Quirks);
}
