namespace Trawl.Api.Explaining;

/// <summary>One step of the way on which a URL was found.</summary>
/// <param name="Url">The page; null for a start point.</param>
/// <param name="Via">The rule or start point that found it.</param>
/// <param name="Depth">Depth of what was found.</param>
public sealed record FoundOn(string? Url, string Via, int Depth);
