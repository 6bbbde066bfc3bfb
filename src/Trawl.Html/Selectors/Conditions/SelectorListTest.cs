using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>:is(), :where() and :not(): compounds are asked directly, longer selectors through one walk of the document.</summary>
internal sealed class SelectorListTest : SimpleTest
{
    private readonly bool _negate;
    private readonly Compound[] _compounds;
    private readonly SelectorProgram[] _programs;

    public SelectorListTest(IReadOnlyList<ComplexSelector> selectors, bool negate)
    {
        _negate = negate;
        _compounds = [.. selectors.Where(s => s.Compounds.Length == 1).Select(s => s.Compounds[0])];
        _programs = SelectorProgram.Pack(selectors.Where(s => s.Compounds.Length > 1).Select(s => (s, 0)));
    }

    public override bool Matches(MatchRun run, int element) => MatchesAny(run, element) != _negate;

    private bool MatchesAny(MatchRun run, int element)
    {
        foreach (var compound in _compounds)
            if (compound.Matches(run, element)) return true;
        return _programs.Length > 0 && Bits.Has(run.Bits(_programs), element);
    }
}
