namespace Trawl.Steps.Transforms;

/// <summary>A part of a text by position; a negative start counts from the end, no length means to the end.</summary>
internal static class Slice
{
    public static string Of(string text, int start, int? length)
    {
        var first = Math.Clamp(start < 0 ? text.Length + start : start, 0, text.Length);
        var count = Math.Clamp(length ?? text.Length, 0, text.Length - first);
        return text.Substring(first, count);
    }
}
