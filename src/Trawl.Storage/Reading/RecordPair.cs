namespace Trawl.Storage.Reading;

/// <summary>A record in two runs.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Key">Its key; for types without one the page's URL and its place there.</param>
/// <param name="Url">The page it came from, in the second run where it has it.</param>
/// <param name="Before">Its fields as JSON in the first run; null when it is not there.</param>
/// <param name="After">The same in the second run.</param>
public sealed record RecordPair(string Type, string Key, string Url, string? Before, string? After);
