namespace Trawl.Engine.Seams.Fetching;

/// <summary>A header field as received.</summary>
public readonly record struct FetchHeader(string Name, string Value);
