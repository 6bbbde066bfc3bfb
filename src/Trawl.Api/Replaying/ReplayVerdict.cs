namespace Trawl.Api.Replaying;

/// <summary>What came of a replay.</summary>
public enum ReplayVerdict
{
    /// <summary>The same journal and the same outputs, byte for byte.</summary>
    Same,

    /// <summary>Another event; the replay stopped at it.</summary>
    Diverged,

    /// <summary>The capture does not hold all that the run fetched.</summary>
    Incomplete,
}
