namespace Trawl.Sdk.Sources;

/// <summary>Some requests of a source.</summary>
/// <param name="Requests">The requests; a few thousand at most.</param>
/// <param name="Cursor">Where the source is now, in its own words; given back with the next call.</param>
public sealed record SourceChunk(IReadOnlyList<SourceRequest> Requests, string Cursor);
