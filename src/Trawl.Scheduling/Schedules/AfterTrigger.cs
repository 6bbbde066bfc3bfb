using Trawl.Scheduling.Firings;

namespace Trawl.Scheduling.Schedules;

/// <summary>When a run of another schedule has ended.</summary>
/// <param name="Schedule">Its name.</param>
/// <param name="When">How it must have ended.</param>
public sealed record AfterTrigger(string Schedule, AfterOutcome When) : Trigger
{
    /// <summary>Whether that ending is meant.</summary>
    public bool Fits(FiringOutcome outcome) => When switch
    {
        AfterOutcome.Completed => outcome is FiringOutcome.Completed or FiringOutcome.Drifted,
        AfterOutcome.Drifted => outcome is FiringOutcome.Drifted,
        AfterOutcome.Failed => outcome is FiringOutcome.Failed,
        _ => true,
    };
}
