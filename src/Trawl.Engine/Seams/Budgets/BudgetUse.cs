namespace Trawl.Engine.Seams.Budgets;

/// <summary>What a run has used.</summary>
/// <param name="Pages">Pages fetched, those under way included.</param>
/// <param name="InFlight">Exchanges under way.</param>
/// <param name="Bytes">Bytes received, as of the last commit.</param>
/// <param name="Elapsed">Time spent running, earlier engines included.</param>
public readonly record struct BudgetUse(long Pages, int InFlight, long Bytes, TimeSpan Elapsed);
