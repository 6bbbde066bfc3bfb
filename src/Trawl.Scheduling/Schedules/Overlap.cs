namespace Trawl.Scheduling.Schedules;

/// <summary>What becomes of a firing while an earlier run of the schedule goes on.</summary>
public enum Overlap
{
    /// <summary>It is skipped.</summary>
    Skip,

    /// <summary>It waits for its turn.</summary>
    Queue,

    /// <summary>It starts beside it.</summary>
    Allow,
}
