using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>A schedule as <c>--json</c> shows it.</summary>
internal sealed record ScheduleDocument(
    string Name, string Pipeline, string Due, bool Paused, string Overlap, string Missed, double JitterSeconds, int Priority, DateTimeOffset? Next)
{
    public static ScheduleDocument Of(ScheduleRow row, DateTimeOffset now) => new(
        row.Schedule.Name, row.Schedule.Pipeline, TriggerText.Of(row.Schedule.Trigger), row.IsPaused,
        row.Schedule.Overlap.ToString().ToLowerInvariant(), row.Schedule.Missed.ToString().ToLowerInvariant(),
        row.Schedule.Jitter.TotalSeconds, row.Schedule.Priority,
        row.IsPaused ? null : DueTimes.Next(row.Schedule.Trigger, row.MadeAt, now));
}
