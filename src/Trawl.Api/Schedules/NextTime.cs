namespace Trawl.Api.Schedules;

/// <summary>A time that comes.</summary>
/// <param name="Schedule">The schedule's name.</param>
/// <param name="Due">When it is due.</param>
/// <param name="NotBefore">When it may start: due, put off by the jitter.</param>
public sealed record NextTime(string Schedule, DateTimeOffset Due, DateTimeOffset NotBefore);
