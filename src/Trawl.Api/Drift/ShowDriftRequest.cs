namespace Trawl.Api.Drift;

/// <summary>Asks what comparing a run with earlier ones came to, and what was compared.</summary>
/// <param name="RunId">The run.</param>
public sealed record ShowDriftRequest(string RunId);
