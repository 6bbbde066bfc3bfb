namespace Trawl.Steps.Values;

/// <summary>A found value before it is converted.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsJson">The text is JSON (a number, an object, an array), so no locale applies to it.</param>
internal readonly record struct RawValue(string Text, bool IsJson = false);
