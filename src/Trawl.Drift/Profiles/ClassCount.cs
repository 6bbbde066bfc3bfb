namespace Trawl.Drift.Profiles;

/// <summary>Values of one class.</summary>
/// <param name="Count">How many.</param>
/// <param name="Example">The first of them, cut.</param>
public sealed record ClassCount(long Count, string Example);
