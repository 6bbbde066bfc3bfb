namespace Trawl.Web.Encodings;

/// <summary>"Extracting a character encoding from a meta element" (HTML standard §2.6.4).</summary>
internal static class MetaContent
{
    private const string Blanks = "\t\n\f\r ";

    /// <summary>The label in <c>text/html; charset=label</c>, or null.</summary>
    public static string? CharsetOf(ReadOnlySpan<char> content)
    {
        while (true)
        {
            int at = content.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (at < 0) return null;
            content = content[(at + "charset".Length)..].TrimStart(Blanks);
            if (!content.StartsWith('=')) continue;
            return LabelOf(content[1..].TrimStart(Blanks));
        }
    }

    private static string? LabelOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return null;
        if (text[0] is '"' or '\'')
        {
            int close = text[1..].IndexOf(text[0]);
            return close < 0 ? null : text.Slice(1, close).ToString();
        }

        int end = text.IndexOfAny("\t\n\f\r ;");
        return (end < 0 ? text : text[..end]).ToString();
    }
}
