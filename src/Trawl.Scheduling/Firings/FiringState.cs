namespace Trawl.Scheduling.Firings;

/// <summary>Where a firing is in its life. The numbers are stored and never reused.</summary>
public enum FiringState
{
    /// <summary>It was due, and waits for its time, its turn or a free place.</summary>
    Waiting = 0,

    /// <summary>Its run was started.</summary>
    Started = 1,

    /// <summary>Final: its run has ended.</summary>
    Ended = 2,

    /// <summary>Final: no run came of it, for a reason.</summary>
    Skipped = 3,
}
