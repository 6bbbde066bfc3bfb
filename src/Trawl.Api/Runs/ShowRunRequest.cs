namespace Trawl.Api.Runs;

/// <summary>Asks for all that is known of a run.</summary>
/// <param name="RunId">The run.</param>
public sealed record ShowRunRequest(string RunId);
