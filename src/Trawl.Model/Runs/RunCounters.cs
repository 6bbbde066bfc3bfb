namespace Trawl.Model.Runs;

/// <summary>Totals of a run, kept in the same transaction as what they count.</summary>
public sealed record RunCounters
{
    /// <summary>Requests that wait to be fetched, those waiting for a retry included.</summary>
    public long Queued { get; init; }

    /// <summary>Requests an engine has in hand.</summary>
    public long Leased { get; init; }

    /// <summary>Requests settled as done.</summary>
    public long Done { get; init; }

    /// <summary>Requests settled as failed.</summary>
    public long Failed { get; init; }

    /// <summary>Requests settled as skipped, with a reason.</summary>
    public long Skipped { get; init; }

    /// <summary>Attempts made, retries included.</summary>
    public long Attempts { get; init; }

    /// <summary>Bytes received in bodies.</summary>
    public long Bytes { get; init; }

    /// <summary>Pages that the server said had not changed since an earlier run, so that their kept bodies were read again.</summary>
    public long NotModified { get; init; }

    /// <summary>Bytes of the bodies that were not received for it.</summary>
    public long SavedBytes { get; init; }

    /// <summary>Records kept, before equal keys are merged.</summary>
    public long Records { get; init; }

    /// <summary>Records set aside as invalid.</summary>
    public long Quarantined { get; init; }

    /// <summary>Records dropped as invalid.</summary>
    public long Dropped { get; init; }
}
