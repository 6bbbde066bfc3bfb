namespace Trawl.Engine.Seams.Budgets;

/// <summary>Decides when a run has had enough.</summary>
public interface IBudget
{
    /// <summary>What is used up, in words behind "the budget of"; null while nothing is. Asked before each request.</summary>
    string? Spent(in BudgetUse use);
}
