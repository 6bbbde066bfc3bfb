namespace Trawl.Warc;

/// <summary>One field of a record (ISO 28500:2017 §4) or of an HTTP message (RFC 9110 §5).</summary>
/// <param name="Name">The name as written; compared without regard to case.</param>
/// <param name="Value">The value without white space around it.</param>
public readonly record struct Field(string Name, string Value);
