using Trawl.Api.Outputs;
using Trawl.Model.Changes;
using Trawl.Model.Drift;

namespace Trawl.Api.Runs;

/// <summary>All that is known of a run.</summary>
public sealed record RunDetails
{
    /// <summary>The run as in a list.</summary>
    public required RunSummary Run { get; init; }

    /// <summary>Its folder: copy it and you have the run.</summary>
    public required string Folder { get; init; }

    /// <summary>SHA-256 of its plan, lower-case hex.</summary>
    public required string PlanHash { get; init; }

    /// <summary>
    /// Records by type: those published once the outputs stand, with equal keys merged; before that those kept.
    /// </summary>
    public required IReadOnlyDictionary<string, long> Records { get; init; }

    /// <summary>Records set aside as invalid, by type.</summary>
    public required IReadOnlyDictionary<string, long> Quarantined { get; init; }

    /// <summary>Files that stand; empty before the run has ended.</summary>
    public required IReadOnlyList<OutputFile> Outputs { get; init; }

    /// <summary>What went to plugins; empty before the files stand.</summary>
    public IReadOnlyList<SinkOutput> Sinks { get; init; } = [];

    /// <summary>What was recorded of its exchanges; null when nothing was.</summary>
    public CaptureInfo? Capture { get; init; }

    /// <summary>Failed and skipped requests, grouped by their code, the largest group first.</summary>
    public required IReadOnlyList<OutcomeGroup> Problems { get; init; }

    /// <summary>The latest warnings of the journal, oldest first, at most 20.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What comparing the run with earlier ones came to.</summary>
    public required DriftVerdict Drift { get; init; }

    /// <summary>What changed since the run that an incremental run goes on from; null before its end, and where there is none.</summary>
    public ChangeReport? Changes { get; init; }
}
