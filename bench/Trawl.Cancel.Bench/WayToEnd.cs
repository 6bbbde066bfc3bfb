namespace Trawl.Cancel.Bench;

/// <summary>How a run is ended from outside.</summary>
public enum WayToEnd
{
    /// <summary>A stop at once, through the engine's socket.</summary>
    StopAtOnce,

    /// <summary>A stop that gives what is under way 150 ms.</summary>
    StopByDeadline,

    /// <summary>A cancellation: the run is final.</summary>
    Cancel,

    /// <summary>Two signals to the process that executes the run; the second one counts.</summary>
    Signals,
}
