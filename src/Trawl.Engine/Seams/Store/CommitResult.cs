using Trawl.Model.Runs;

namespace Trawl.Engine.Seams.Store;

/// <summary>What a durable commit gave.</summary>
public sealed record CommitResult
{
    /// <summary>Requests handed out, in order of their ids within each host; a store may hand out some that nobody asked for.</summary>
    public required IReadOnlyList<LeasedRequest> Leased { get; init; }

    /// <summary>Hosts that changed.</summary>
    public required IReadOnlyList<HostWork> Hosts { get; init; }

    public required RunCounters Counters { get; init; }

    /// <summary>The highest id in the frontier; 0 when it is empty. Ids are given in the order of admission, without gaps.</summary>
    public required long LastRequestId { get; init; }

    /// <summary>
    /// The outcomes that are stored now, where the store keeps an order of its own; null when they are those of the batch.
    /// </summary>
    public IReadOnlyList<Settlement>? Stored { get; init; }

    /// <summary>The earliest time a waiting request becomes due; null when none waits.</summary>
    public required DateTimeOffset? NextWaitingAt { get; init; }

    /// <summary>Whether somebody asked for the run to be cancelled.</summary>
    public required bool CancelRequested { get; init; }
}
