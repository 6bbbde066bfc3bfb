namespace Trawl.Scheduling.Schedules;

/// <summary>Every so often, counted from when the schedule was made, whatever clocks do.</summary>
/// <param name="Every">The pace; a second or more.</param>
public sealed record IntervalTrigger(TimeSpan Every) : Trigger;
