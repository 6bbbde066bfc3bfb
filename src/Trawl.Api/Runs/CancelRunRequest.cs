namespace Trawl.Api.Runs;

/// <summary>Ends a run for good; what was collected until then is published.</summary>
/// <param name="RunId">The run.</param>
public sealed record CancelRunRequest(string RunId);
