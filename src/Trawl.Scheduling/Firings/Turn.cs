using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Firings;

/// <summary>Who may start now, who is skipped, who goes on waiting.</summary>
/// <param name="mostRuns">Scheduled runs that may go on at once.</param>
internal sealed class Turn(int mostRuns)
{
    /// <summary>
    /// The waiting firings whose time has come, the most important first. An hour of waiting counts as much as one step
    /// of priority, so that nobody waits for ever.
    /// </summary>
    public static IReadOnlyList<Firing> Order(
        IEnumerable<Firing> waiting, IReadOnlyDictionary<string, Schedule> schedules, DateTimeOffset now) =>
        [.. waiting.Where(f => f.NotBefore <= now)
            .OrderByDescending(f => schedules[f.Schedule].Priority + (now - f.NotBefore).TotalHours).ThenBy(f => f.Id)];

    /// <summary>What becomes of one of them, given the schedules of the runs that go on.</summary>
    public TurnVerdict Judge(Schedule schedule, IReadOnlyCollection<string> going)
    {
        var isGoing = going.Contains(schedule.Name);
        return isGoing && schedule.Overlap == Overlap.Skip ? TurnVerdict.Skip
            : isGoing && schedule.Overlap == Overlap.Queue ? TurnVerdict.Wait
            : going.Count >= mostRuns ? TurnVerdict.Wait
            : TurnVerdict.Start;
    }
}
