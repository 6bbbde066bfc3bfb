using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Budgets;

/// <summary>The budget a plan sets.</summary>
public sealed class ScopeBudget(ScopePlan scope) : IBudget
{
    public string? Spent(in BudgetUse use) =>
        scope.Pages is { } pages && use.Pages >= pages ? $"{pages} pages"
        : scope.Bytes is { } bytes && use.Bytes >= bytes ? $"{bytes} bytes"
        : scope.Time is { } time && use.Elapsed >= time ? $"{time} of running time"
        : null;
}
