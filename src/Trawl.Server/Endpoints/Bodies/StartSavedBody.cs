namespace Trawl.Server.Endpoints.Bodies;

/// <summary>How a saved pipeline is to be run.</summary>
/// <param name="Version">Which version; null for the current one.</param>
/// <param name="Set">Values for <c>${name}</c>.</param>
/// <param name="Environment">Values for <c>${env:NAME}</c>.</param>
public sealed record StartSavedBody(
    int? Version = null, IReadOnlyDictionary<string, string>? Set = null, IReadOnlyDictionary<string, string>? Environment = null);
