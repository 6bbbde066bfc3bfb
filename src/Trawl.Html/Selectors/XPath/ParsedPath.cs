using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>A path while it is read.</summary>
internal sealed class ParsedPath
{
    public List<(SelectorName? Type, List<SimpleTest> Tests)> Steps { get; } = [];

    public List<Combinator> Combinators { get; } = [];

    public bool Absolute { get; set; }

    /// <summary>How the next step hangs on the last one.</summary>
    public Combinator Next { get; set; }

    /// <summary>The next step is behind the single slash a path begins with.</summary>
    public bool AtRoot { get; set; }

    public PathEnd End { get; set; }

    public SelectorName? Attribute { get; set; }

    public bool IsEnded => End != PathEnd.Elements;

    public void Add(SelectorName? type, List<SimpleTest> tests)
    {
        Steps.Add((type, tests));
        Combinators.Add(Next);
    }

    public void AddTest(SimpleTest test) => Steps[^1].Tests.Add(test);

    /// <summary>The last step's own predicates hold only where the attribute is there.</summary>
    public bool Asks(string attribute) => Steps[^1].Tests.Any(test => test.RequiredAttribute?.Text == attribute);

    public ComplexSelector ToSelector() =>
        new([.. Steps.Select(s => new Compound(s.Type, [.. s.Tests]))], [.. Combinators]);
}
