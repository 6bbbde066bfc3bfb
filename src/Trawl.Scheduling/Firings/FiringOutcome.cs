namespace Trawl.Scheduling.Firings;

/// <summary>How a firing's run ended. The numbers are stored and never reused.</summary>
public enum FiringOutcome
{
    /// <summary>Completed.</summary>
    Completed = 0,

    /// <summary>Completed, and its records are not what they were.</summary>
    Drifted = 1,

    /// <summary>Failed.</summary>
    Failed = 2,

    /// <summary>Cancelled.</summary>
    Cancelled = 3,
}
