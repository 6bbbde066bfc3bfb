using System.Text;

namespace Trawl.Steps.Transforms;

/// <summary>Removes what looks like HTML tags and comments from a text, and puts a space where they stood between words.</summary>
internal static class TagStripper
{
    public static string Strip(string text)
    {
        var open = NextTag(text, 0);
        if (open < 0) return text;
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (open >= 0)
        {
            var end = EndOfTag(text, open);
            if (end < 0) break;
            result.Append(text, at, open - at);
            at = end;
            if (result.Length > 0 && !char.IsWhiteSpace(result[^1])) result.Append(' ');
            open = NextTag(text, at);
        }

        result.Append(text, at, text.Length - at);
        return Values.WhiteSpace.Collapse(result.ToString());
    }

    // "a < b" is no tag: one begins with a letter, a slash, an exclamation or a question mark.
    private static int NextTag(string text, int at)
    {
        for (var open = text.IndexOf('<', at); open >= 0; open = text.IndexOf('<', open + 1))
        {
            if (open + 1 < text.Length && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!' or '?')) return open;
        }

        return -1;
    }

    private static int EndOfTag(string text, int open)
    {
        var isComment = string.CompareOrdinal(text, open, "<!--", 0, 4) == 0;
        var close = isComment ? text.IndexOf("-->", open + 4, StringComparison.Ordinal) : text.IndexOf('>', open + 1);
        return close < 0 ? -1 : close + (isComment ? 3 : 1);
    }
}
