using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Ids;
using Trawl.Model.Runs;

namespace Trawl.Storage.Reading;

/// <summary>A run as of its last commit.</summary>
public sealed record RunInfo
{
    public required RunId Id { get; init; }

    public required string Folder { get; init; }

    public required string Pipeline { get; init; }

    public required string PlanHash { get; init; }

    /// <summary>The file the plan was made from; null when there was none.</summary>
    public string? Source { get; init; }

    public required RunState State { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it reached a final state; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public TimeSpan Elapsed { get; init; }

    public int Epoch { get; init; }

    public required RunCounters Counters { get; init; }

    /// <summary>Requests deeper than the scope allows on every path known so far.</summary>
    public long Parked { get; init; }

    public bool CancelRequested { get; init; }

    public int StartPointsAdmitted { get; init; }

    /// <summary>Files that stand.</summary>
    public IReadOnlyList<PublishedOutput> Outputs { get; init; } = [];
}
