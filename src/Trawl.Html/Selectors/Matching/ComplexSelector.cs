namespace Trawl.Html.Selectors.Matching;

/// <summary>Compounds from left to right, and the combinator in front of each.</summary>
/// <param name="Compounds">At least one.</param>
/// <param name="Combinators">As many as compounds. The first is <see cref="Combinator.None"/> unless relative.</param>
internal sealed record ComplexSelector(Compound[] Compounds, Combinator[] Combinators)
{
    /// <summary>The first compound stands in relation to an anchor: the argument of :has(), a relative XPath.</summary>
    public bool IsRelative => Combinators[0] != Combinator.None;
}
