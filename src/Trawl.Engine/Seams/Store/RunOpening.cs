using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Engine.Seams.Store;

/// <summary>What an engine learns when it takes a run over.</summary>
public sealed record RunOpening
{
    public required PipelinePlan Plan { get; init; }

    public required RunState State { get; init; }

    /// <summary>This engine's fence: every commit names it, and one with an older epoch is refused.</summary>
    public required int Epoch { get; init; }

    public required RunCounters Counters { get; init; }

    /// <summary>Hosts with requests that are queued or wait, and those that must still be left alone.</summary>
    public required IReadOnlyList<HostRow> Hosts { get; init; }

    /// <summary>How many start points are fully in the frontier.</summary>
    public required int StartPointsAdmitted { get; init; }

    /// <summary>Leases of dead engines that were put back.</summary>
    public required int Reclaimed { get; init; }

    /// <summary>Time spent running by earlier engines.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The earliest time a waiting request becomes due; null when none waits.</summary>
    public required DateTimeOffset? NextWaitingAt { get; init; }

    /// <summary>The files of the run's capture with the lengths that hold; empty when nothing was captured yet.</summary>
    public IReadOnlyList<CaptureFile> CaptureFiles { get; init; } = [];

    /// <summary>Whether a cancellation was asked for and not carried out yet.</summary>
    public required bool CancelRequested { get; init; }
}
