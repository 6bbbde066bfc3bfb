using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Tests.Schedules;

/// <summary>
/// What outlives every scheduler: the runs, one a key, and how long each takes in virtual time. It may die before and
/// after each start is durable, as a killed process does.
/// </summary>
internal sealed class DurableRuns(Random chance, double death, Func<DateTimeOffset> now) : IScheduledRuns
{
    public Dictionary<string, (string Schedule, DateTimeOffset Started, TimeSpan Takes)> ByKey { get; } = [];

    public Func<Schedule, TimeSpan> Takes { get; init; } = _ => TimeSpan.FromMinutes(2);

    public int Deaths { get; private set; }

    public Task<ScheduledStart> StartAsync(Schedule schedule, string key, CancellationToken cancellationToken)
    {
        MayDie();
        lock (ByKey)
        {
            ByKey.TryAdd(key, (schedule.Name, now(), Takes(schedule)));
        }

        MayDie();
        return Task.FromResult(new ScheduledStart(key));
    }

    public Task<FiringOutcome?> OutcomeAsync(string runId, CancellationToken cancellationToken)
    {
        MayDie();
        var run = ByKey[runId];
        return Task.FromResult<FiringOutcome?>(run.Started + run.Takes <= now() ? FiringOutcome.Completed : null);
    }

    public Task ResumeAsync(string runId, CancellationToken cancellationToken) => Task.CompletedTask;

    private void MayDie()
    {
        if (chance.NextDouble() < death)
        {
            Deaths++;
            throw new KilledException();
        }
    }
}
