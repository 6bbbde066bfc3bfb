using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Model.Changes;
using Trawl.Model.Drift;
using Trawl.Model.Runs;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>run</c>, <c>resume</c>, <c>cancel</c> and <c>demo</c> end with on stdout with <c>--json</c>.</summary>
internal sealed record RunOutcome
{
    public required string RunId { get; init; }

    public required RunState State { get; init; }

    public string? Reason { get; init; }

    public required OutcomeRequests Requests { get; init; }

    /// <summary>Records by type.</summary>
    public required IReadOnlyDictionary<string, long> Records { get; init; }

    /// <summary>Paths.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    public required IReadOnlyDictionary<string, long> Quarantined { get; init; }

    public long Dropped { get; init; }

    public long Attempts { get; init; }

    public long Bytes { get; init; }

    public double DurationSeconds { get; init; }

    public required IReadOnlyList<OutcomeGroup> Problems { get; init; }

    public required string Folder { get; init; }

    /// <summary>What comparing the run with earlier ones came to.</summary>
    public required DriftVerdict Drift { get; init; }

    /// <summary>What changed since the run that an incremental run goes on from; null where there is none.</summary>
    public ChangeReport? Changes { get; init; }

    /// <summary>The command that goes on; null when there is nothing to go on with.</summary>
    public string? ResumeCommand { get; init; }

    /// <summary>Why the engine had to leave the run; null when it did not.</summary>
    public ApiError? Error { get; init; }
}
