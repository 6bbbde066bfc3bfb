namespace Trawl.Api.Replaying;

/// <summary>Asks for a recorded run to be executed again from its capture, and compared.</summary>
/// <param name="RunId">The run; it is not changed.</param>
/// <param name="Concurrency">Pages worked on at once at most, 1 to 1,000; what comes out does not depend on it.</param>
public sealed record ReplayRunRequest(string RunId, int Concurrency = 32);
