using Trawl.Model.Runs;

namespace Trawl.Api.Runs;

/// <summary>A run in a list.</summary>
public sealed record RunSummary
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Where it is in its life. Running also stands for a run whose engine died; resuming goes on.</summary>
    public required RunState State { get; init; }

    /// <summary>Why it is in that state; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it reached its final state; null before.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Time spent running, over all resumes, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>Its requests.</summary>
    public required RequestCounts Requests { get; init; }

    /// <summary>Attempts made, further ones included.</summary>
    public long Attempts { get; init; }

    /// <summary>Bytes received in bodies.</summary>
    public long Bytes { get; init; }

    /// <summary>Records kept, before equal keys are merged.</summary>
    public long Records { get; init; }

    /// <summary>Records set aside as invalid.</summary>
    public long Quarantined { get; init; }

    /// <summary>Records dropped as invalid.</summary>
    public long Dropped { get; init; }
}
