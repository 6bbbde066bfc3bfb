namespace Trawl.Api.Runs;

/// <summary>Goes on with a run where its last commit left it. A run under way or finished is left as it is.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Environment">Values for the <c>${env:NAME}</c> of its headers; null: those of the engine's process.</param>
public sealed record ResumeRunRequest(string RunId, IReadOnlyDictionary<string, string>? Environment = null);
