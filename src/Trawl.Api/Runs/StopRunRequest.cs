namespace Trawl.Api.Runs;

/// <summary>Stops a run so that it can be resumed.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AtOnce">
/// False: nothing new begins, what is under way is finished and saved. True: exchanges under way are broken off and
/// their requests go back to the frontier.
/// </param>
public sealed record StopRunRequest(string RunId, bool AtOnce = false);
