namespace Trawl.Html.Dom;

/// <summary>White space as extraction sees it.</summary>
internal static class WhiteSpace
{
    /// <summary>Writes text with its runs of white space as one space and none at the ends; answers the length.</summary>
    public static int Squash(ReadOnlySpan<char> text, Span<char> target)
    {
        int length = 0;
        bool isGap = false;
        foreach (char c in text)
        {
            if (IsSpace(c))
            {
                isGap = length > 0;
                continue;
            }

            if (isGap) target[length++] = ' ';
            isGap = false;
            target[length++] = c;
        }

        return length;
    }

    private static bool IsSpace(char c)
    {
        if (c is > ' ' and < '\x85') return false;
        return c is ' ' or (>= '\x1C' and <= '\x1F') || char.IsWhiteSpace(c);
    }
}
