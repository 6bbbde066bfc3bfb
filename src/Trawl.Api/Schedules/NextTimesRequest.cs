namespace Trawl.Api.Schedules;

/// <summary>Asks for the times that come next.</summary>
/// <param name="Name">Of this schedule; null for all.</param>
/// <param name="Limit">How many at most, 1 to 1000.</param>
public sealed record NextTimesRequest(string? Name = null, int Limit = 10);
