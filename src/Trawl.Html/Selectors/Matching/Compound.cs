namespace Trawl.Html.Selectors.Matching;

/// <summary>A type and the tests that must all hold for one element.</summary>
/// <param name="type">The element's name, or null for any. Names that differ by namespace use a test instead.</param>
/// <param name="tests">The other conditions, cheapest first.</param>
internal sealed class Compound(SelectorName? type, SimpleTest[] tests)
{
    public SelectorName? Type => type;

    /// <summary>Nothing is asked beyond the name and the attribute's being there, both of which a walk sees itself.</summary>
    public bool IsPlain { get; } = tests.Length == 0 || tests is [{ OnlyExistence: true }];

    public SelectorName? RequiredAttribute { get; } = Required(tests);

    public bool Matches(MatchRun run, int element) =>
        (type is null || run.Document.NameId(element) == run.Id(type)) && MatchesRest(run, element);

    /// <summary>All but the type, which the walk has compared already.</summary>
    public bool MatchesRest(MatchRun run, int element)
    {
        foreach (var test in tests)
            if (!test.Matches(run, element)) return false;
        return true;
    }

    private static SelectorName? Required(SimpleTest[] tests)
    {
        foreach (var test in tests)
            if (test.RequiredAttribute is { } name) return name;
        return null;
    }
}
