using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>:has().</summary>
internal sealed class HasTest(IReadOnlyList<ComplexSelector> selectors) : SimpleTest
{
    private readonly HasIndex _index = new([.. selectors]);

    public override bool Matches(MatchRun run, int element) => Bits.Has(run.Bits(_index), element);
}
