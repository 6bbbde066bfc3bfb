namespace Trawl.Api.Schedules;

/// <summary>Asks what became of times that were due, the latest first.</summary>
/// <param name="Name">Of this schedule; null for all.</param>
/// <param name="Before">Go on below this id; null to begin.</param>
/// <param name="Limit">How many at most, 1 to 1000.</param>
public sealed record ListFiringsRequest(string? Name = null, long? Before = null, int Limit = 20);
