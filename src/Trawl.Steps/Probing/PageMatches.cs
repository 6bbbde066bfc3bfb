namespace Trawl.Steps.Probing;

/// <summary>What a selector found on one page.</summary>
/// <param name="Count">How much.</param>
/// <param name="Matches">The first of it.</param>
/// <param name="Problem">Why the page could not be looked into; null when it could.</param>
public sealed record PageMatches(int Count, IReadOnlyList<SelectorMatch> Matches, string? Problem);
