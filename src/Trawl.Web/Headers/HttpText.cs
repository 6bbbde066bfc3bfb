using System.Buffers;
using System.Text;

namespace Trawl.Web.Headers;

/// <summary>The small words that header fields are made of (RFC 9110 §5.6, Fetch standard §2.2).</summary>
internal static class HttpText
{
    public const string Blanks = " \t\r\n";

    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    public static bool IsQuotable(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (c is not ('\t' or (>= ' ' and <= '~') or (>= '\x80' and <= '\xFF'))) return false;
        return true;
    }

    /// <summary>Takes a quoted string from the start of the text; one that is never closed runs to the end.</summary>
    public static string TakeQuoted(ref ReadOnlySpan<char> text)
    {
        var value = new StringBuilder();
        int i = 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            value.Append(text[i]);
        }

        text = text[Math.Min(i + 1, text.Length)..];
        return value.ToString();
    }
}
