namespace Trawl.Api.Schedules;

/// <summary>Times that come next, the earliest first.</summary>
/// <param name="Times">The times.</param>
public sealed record NextTimes(IReadOnlyList<NextTime> Times);
