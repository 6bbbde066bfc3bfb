namespace Trawl.Scheduling.Schedules;

/// <summary>Once.</summary>
/// <param name="At">The moment.</param>
public sealed record OnceTrigger(DateTimeOffset At) : Trigger;
