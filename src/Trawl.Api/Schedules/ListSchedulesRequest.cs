namespace Trawl.Api.Schedules;

/// <summary>Asks for schedules, by name.</summary>
/// <param name="After">Go on behind this name; null to begin.</param>
/// <param name="Limit">How many at most, 1 to 1000.</param>
public sealed record ListSchedulesRequest(string? After = null, int Limit = 50);
