namespace Trawl.Model.Requests;

/// <summary>Where a request is. The numbers are stored and never reused.</summary>
public enum RequestState
{
    /// <summary>Waits in the frontier.</summary>
    Queued = 0,

    /// <summary>In an engine's hands.</summary>
    Leased = 1,

    /// <summary>Waits for the time of its next attempt.</summary>
    Waiting = 2,

    /// <summary>Deeper than the scope allows on every path known so far.</summary>
    Parked = 3,

    /// <summary>Final: fetched and processed.</summary>
    Done = 10,

    /// <summary>Final: given up, with an error code.</summary>
    Failed = 11,

    /// <summary>Final: not fetched, with a reason.</summary>
    Skipped = 12,
}
