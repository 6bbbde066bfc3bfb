using System.Text.Json;

namespace Trawl.Api.Lineage;

/// <summary>A text on its way to the field's type.</summary>
/// <param name="Text">The text.</param>
/// <param name="Value">The value; null when the text has none.</param>
/// <param name="Expected">What it should have been; null when it was that.</param>
public sealed record ConversionStep(string Text, JsonElement? Value, string? Expected);
