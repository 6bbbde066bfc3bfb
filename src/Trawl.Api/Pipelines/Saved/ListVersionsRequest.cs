namespace Trawl.Api.Pipelines.Saved;

/// <summary>Asks for the versions of a saved pipeline, the newest first.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="Before">Go on below this number; null to begin.</param>
/// <param name="Limit">How many at most, 1 to 1000.</param>
public sealed record ListVersionsRequest(string Name, int? Before = null, int Limit = 50);
