using Trawl.Api.Errors;
using Trawl.Api.Hosts;
using Trawl.Model.Runs;

namespace Trawl.Api.Runs;

/// <summary>A picture of a run while it is followed; its counters are those of the last commit.</summary>
public sealed record RunSnapshot
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>Its state.</summary>
    public required RunState State { get; init; }

    /// <summary>Work before the first request; null when there is none.</summary>
    public PreparationSnapshot? Preparation { get; init; }

    /// <summary>Its requests.</summary>
    public required RequestCounts Requests { get; init; }

    /// <summary>Records kept so far.</summary>
    public long Records { get; init; }

    /// <summary>Records set aside as invalid so far.</summary>
    public long Quarantined { get; init; }

    /// <summary>Bytes received in bodies so far.</summary>
    public long Bytes { get; init; }

    /// <summary>Time spent running, over all resumes, in seconds.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>The busiest hosts, at most eight.</summary>
    public IReadOnlyList<HostSnapshot> Hosts { get; init; } = [];

    /// <summary>Hosts with work.</summary>
    public int HostCount { get; init; }

    /// <summary>Why the run is in its state; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>What machine or container are short of; null while the run does all that its pipeline says.</summary>
    public HeldBackSnapshot? HeldBack { get; init; }

    /// <summary>Whether this is the last picture: no engine works on the run any more.</summary>
    public bool IsLast { get; init; }

    /// <summary>Why the engine had to leave the run, or why it cannot be followed; null when all is well.</summary>
    public ApiError? Error { get; init; }
}
