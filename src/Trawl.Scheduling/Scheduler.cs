using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Scheduling;

/// <summary>
/// Carries out the schedules of a home, a step at a time: what has come due is written down, what is over is written
/// down, what may start is started. Each of these is durable before the next, and a start is asked for under the
/// firing's own key; so it may die anywhere, and the next scheduler goes on with nothing lost and nothing twice.
/// </summary>
/// <param name="store">The schedules.</param>
/// <param name="runs">Who executes runs.</param>
/// <param name="mostRuns">Scheduled runs that may go on at once, 1 or more.</param>
/// <param name="tell">Told what it does, a line each.</param>
public sealed class Scheduler(ScheduleStore store, IScheduledRuns runs, int mostRuns, Action<string> tell)
{
    private readonly Turn _turn = new(mostRuns);

    /// <summary>Goes on with the runs that a scheduler before this one left behind. Called once, before the first step.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        foreach (var firing in store.Open().Where(f => f.State == FiringState.Started))
        {
            if (await runs.OutcomeAsync(firing.RunId!, cancellationToken) is null)
            {
                tell($"{firing.Schedule}: going on with run {firing.RunId}.");
                await runs.ResumeAsync(firing.RunId!, cancellationToken);
            }
        }
    }

    /// <summary>Does all there is to do at a moment.</summary>
    public async Task StepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var schedules = store.List();
        foreach (var row in schedules.Where(s => !s.IsPaused))
        {
            WriteDue(row, now);
        }

        await WriteEndedAsync(now, cancellationToken);
        await StartAsync(schedules.ToDictionary(s => s.Schedule.Name, s => s.Schedule), now, cancellationToken);
    }

    private void WriteDue(ScheduleRow row, DateTimeOffset now)
    {
        var due = new Queue<DateTimeOffset>();
        var forgotten = 0L;
        for (var at = Next(row, row.Watermark); at is { } time && time <= now; at = Next(row, time))
        {
            due.Enqueue(time);
            // A year away from an interval of a second would be as many rows: the oldest go without.
            if (due.Count > MissedRule.Most)
            {
                due.Dequeue();
                forgotten++;
            }
        }

        if (due.Count == 0)
        {
            return;
        }

        DateTimeOffset[] times = [.. due];
        var reasons = MissedRule.Judge(row.Schedule.Missed, times, now);
        store.WriteDue(row, times[^1], times.Zip(reasons));
        if (reasons.Count(r => r is not null) + forgotten is var missed and > 0)
        {
            tell($"{row.Schedule.Name}: {missed} missed.");
        }
    }

    private static DateTimeOffset? Next(ScheduleRow row, DateTimeOffset after) => DueTimes.Next(row.Schedule.Trigger, row.MadeAt, after);

    private async Task WriteEndedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var firing in store.Open().Where(f => f.State == FiringState.Started))
        {
            if (await runs.OutcomeAsync(firing.RunId!, cancellationToken) is { } outcome)
            {
                store.WriteEnded(firing, outcome, now);
                tell($"{firing.Schedule}: run {firing.RunId} {outcome.ToString().ToLowerInvariant()}.");
            }
        }
    }

    private async Task StartAsync(IReadOnlyDictionary<string, Schedule> schedules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = store.Open();
        var going = open.Where(f => f.State == FiringState.Started).Select(f => f.Schedule).ToList();
        var waiting = open.Where(f => f.State == FiringState.Waiting && schedules.ContainsKey(f.Schedule));
        foreach (var firing in Turn.Order(waiting, schedules, now))
        {
            switch (_turn.Judge(schedules[firing.Schedule], going))
            {
                case TurnVerdict.Start when await TryStartAsync(schedules[firing.Schedule], firing, cancellationToken):
                    going.Add(firing.Schedule);
                    break;
                case TurnVerdict.Skip:
                    Skip(firing, "its run before this one goes on");
                    break;
            }
        }
    }

    private async Task<bool> TryStartAsync(Schedule schedule, Firing firing, CancellationToken cancellationToken)
    {
        var start = await runs.StartAsync(schedule, firing.Key, cancellationToken);
        if (start.RunId is { } runId)
        {
            store.WriteStarted(firing, runId);
            tell($"{firing.Schedule}: run {runId} started, due {firing.Due:u}.");
        }
        else if (start.IsForGood)
        {
            Skip(firing, start.Problem!);
        }

        return start.RunId is not null;
    }

    private void Skip(Firing firing, string reason)
    {
        store.WriteSkipped(firing, reason);
        tell($"{firing.Schedule}: due {firing.Due:u}, skipped: {reason}");
    }
}
