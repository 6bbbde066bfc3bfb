namespace Trawl.Warc;

/// <summary>Where name and value of a field stand in the head's bytes.</summary>
internal readonly record struct FieldRange(Range Name, Range Value);
