
namespace Trawl.Html.Selectors.Conditions;

/// <summary>Values that are words between HTML's white space.</summary>
internal static class Words
{
    public static bool Contains(ReadOnlySpan<char> value, string word, bool ignoreCase)
    {
        if (value.Length == word.Length) return Same(value, word, ignoreCase);
        for (var start = 0; start + word.Length <= value.Length;)
        {
            var length = value[start..].IndexOfAny(" \t\n\f\r");
            if (length < 0) length = value.Length - start;
            if (length == word.Length && Same(value.Slice(start, length), word, ignoreCase)) return true;
            start += length + 1;
        }
        return false;
    }

    /// <summary>ASCII letters alone may differ in case.</summary>
    public static bool Same(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool ignoreCase)
    {
        if (!ignoreCase || a.Length != b.Length) return a.SequenceEqual(b);
        for (var i = 0; i < a.Length; i++)
            if (Lower(a[i]) != Lower(b[i])) return false;
        return true;
    }

    public static char Lower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
}
