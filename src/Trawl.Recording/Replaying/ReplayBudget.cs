using Trawl.Engine.Seams.Budgets;

namespace Trawl.Recording.Replaying;

/// <summary>Used up where the recording says so: what ran at once, and how long it took, decided then.</summary>
public sealed class ReplayBudget : IBudget
{
    private volatile string? _spent;

    public string? Spent(in BudgetUse use) => _spent;

    internal void Spend(string what) => _spent = what;
}
