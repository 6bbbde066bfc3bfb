namespace Trawl.Api.Schedules;

/// <summary>A time that was due, and what became of it.</summary>
/// <param name="Id">Its number in the home.</param>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="Due">When it was due.</param>
/// <param name="NotBefore">When it may start: due, put off by the jitter.</param>
/// <param name="State"><c>waiting</c>, <c>started</c>, <c>ended</c> or <c>skipped</c>.</param>
/// <param name="RunId">Its run; null when there is none.</param>
/// <param name="Reason">Why it was skipped, or why it waits; null when there is nothing to say.</param>
/// <param name="Outcome">How its run ended: <c>completed</c>, <c>drifted</c>, <c>failed</c> or <c>cancelled</c>; null before.</param>
public sealed record FiringInfo(
    long Id, string Schedule, DateTimeOffset Due, DateTimeOffset NotBefore, string State, string? RunId, string? Reason, string? Outcome);
