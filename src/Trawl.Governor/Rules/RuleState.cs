namespace Trawl.Governor.Rules;

/// <summary>Where a rule stands. It goes up at once and comes down slowly, so that it does not swing.</summary>
/// <param name="Step">The step in force.</param>
/// <param name="Calm">Readings in a row that would allow a lower one.</param>
internal readonly record struct RuleState(PressureStep Step, int Calm)
{
    /// <summary>The state after one more reading.</summary>
    public RuleState Next(Verdict verdict, int calm)
    {
        if (verdict.Enter >= Step)
        {
            return new RuleState(verdict.Enter, 0);
        }

        if (verdict.Stay >= Step)
        {
            return this with { Calm = 0 };
        }

        return Calm + 1 < calm ? this with { Calm = Calm + 1 } : new RuleState(verdict.Stay, 0);
    }
}
