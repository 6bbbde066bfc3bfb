namespace Trawl.Recording.Replaying;

/// <summary>How a replay ended.</summary>
/// <param name="Divergence">The first difference; null when there is none.</param>
/// <param name="Entries">Journal entries of the recording.</param>
/// <param name="Missing">URLs asked for that the capture does not hold.</param>
public sealed record ReplayOutcome(Divergence? Divergence, long Entries, IReadOnlyList<string> Missing);
