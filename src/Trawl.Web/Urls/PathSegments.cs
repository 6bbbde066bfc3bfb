namespace Trawl.Web.Urls;

/// <summary>
/// Single-dot and double-dot path segments, with their percent-encoded spellings (URL standard §4.1).
/// </summary>
internal static class PathSegments
{
    public static bool IsSingleDot(ReadOnlySpan<char> segment) =>
        DotLength(segment) is > 0 and var dot && dot == segment.Length;

    public static bool IsDoubleDot(ReadOnlySpan<char> segment)
    {
        int first = DotLength(segment);
        return first > 0 && IsSingleDot(segment[first..]);
    }

    private static int DotLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (text[0] == '.') return 1;
        return text.StartsWith("%2e", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
