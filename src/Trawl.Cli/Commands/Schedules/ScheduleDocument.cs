using Trawl.Api.Schedules;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>A schedule as <c>--json</c> shows it.</summary>
internal sealed record ScheduleDocument(
    string Name, string Pipeline, string Due, bool Paused, string Overlap, string Missed, double JitterSeconds, int Priority, DateTimeOffset? Next)
{
    public static ScheduleDocument Of(ScheduleInfo info) => new(
        info.Name, info.Pipeline, TriggerText.Of(info.Trigger), info.IsPaused, info.Overlap, info.Missed, info.JitterSeconds, info.Priority, info.Next);
}
