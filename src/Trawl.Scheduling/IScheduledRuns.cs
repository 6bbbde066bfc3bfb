using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling;

/// <summary>What a scheduler asks of whoever executes runs.</summary>
public interface IScheduledRuns
{
    /// <summary>Starts the schedule's pipeline. The same key gives the same run, however often it is asked for.</summary>
    Task<ScheduledStart> StartAsync(Schedule schedule, string key, CancellationToken cancellationToken);

    /// <summary>How a run ended; null while it has not.</summary>
    Task<FiringOutcome?> OutcomeAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Sets an engine to work on a run that a scheduler before this one left behind, unless one is at it.</summary>
    Task ResumeAsync(string runId, CancellationToken cancellationToken);
}
