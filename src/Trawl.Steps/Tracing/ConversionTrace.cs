namespace Trawl.Steps.Tracing;

/// <summary>A text on its way to the field's type.</summary>
/// <param name="Text">The text.</param>
/// <param name="Value">The value as JSON; null when the text has no such value.</param>
/// <param name="Expected">What it should have been, such as "an integer"; null when it was that.</param>
public sealed record ConversionTrace(string Text, string? Value, string? Expected);
