namespace Trawl.Api.Runs;

/// <summary>Follows a run until an engine has left it.</summary>
/// <param name="RunId">The run.</param>
public sealed record FollowRunRequest(string RunId);
