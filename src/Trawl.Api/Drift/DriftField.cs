namespace Trawl.Api.Drift;

/// <summary>What the values of one field looked like.</summary>
/// <param name="Total">Records that could have a value.</param>
/// <param name="Present">How many of them have one.</param>
/// <param name="Classes">Values by what they look like: <c>integer</c>, <c>money</c>, <c>words</c> …</param>
/// <param name="Common">The most frequent value, cut; null when there was none.</param>
/// <param name="CommonCount">How often it occurs at least.</param>
public sealed record DriftField(long Total, long Present, IReadOnlyDictionary<string, long> Classes, string? Common, long CommonCount);
