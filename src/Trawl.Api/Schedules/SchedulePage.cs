namespace Trawl.Api.Schedules;

/// <summary>Schedules.</summary>
/// <param name="Schedules">The schedules, by name.</param>
/// <param name="Next">The next page begins behind this name; null on the last.</param>
public sealed record SchedulePage(IReadOnlyList<ScheduleInfo> Schedules, string? Next);
