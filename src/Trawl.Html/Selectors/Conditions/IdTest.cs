using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>An id; its case does not matter in a document in quirks mode.</summary>
internal sealed class IdTest(string id) : SimpleTest
{
    private static readonly SelectorName s_id = new("id");

    public override SelectorName RequiredAttribute => s_id;

    public override bool Matches(MatchRun run, int element) =>
        run.Document.TryGetAttribute(element, KnownName.Id, out var value) && Words.Same(value, id, run.Quirks);
}
