namespace Trawl.Scheduling.Schedules;

/// <summary>The endings that a schedule may wait for.</summary>
public enum AfterOutcome
{
    /// <summary>The run completed, drifted or not.</summary>
    Completed,

    /// <summary>The run completed, and its records are not what they were: see the guide on drift.</summary>
    Drifted,

    /// <summary>The run failed.</summary>
    Failed,

    /// <summary>The run ended, however it did.</summary>
    Ended,
}
