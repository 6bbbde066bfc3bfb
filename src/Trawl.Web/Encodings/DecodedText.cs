namespace Trawl.Web.Encodings;

/// <summary>A page as text.</summary>
/// <param name="Text">The text without byte order mark; U+FFFD stands for what could not be decoded.</param>
/// <param name="Decision">The encoding and why.</param>
public sealed record DecodedText(string Text, EncodingDecision Decision);
