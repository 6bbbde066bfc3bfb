namespace Trawl.Model.Plans;

/// <summary>The run asks only for what changed since an earlier run of its pipeline.</summary>
public sealed record IncrementalPlan
{
    /// <summary>The earlier run; null until a run is accepted, and for a run that has none before it.</summary>
    public string? Since { get; init; }
}
