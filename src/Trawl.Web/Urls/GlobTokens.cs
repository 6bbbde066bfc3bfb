using System.Text;

namespace Trawl.Web.Urls;

/// <summary>The tokens of a glob: each is one literal character, or one of two wildcards.</summary>
internal static class GlobTokens
{
    /// <summary>
    /// <c>*</c>: any run without a slash. Stands in for itself because a URL's own stars are escaped as %2A.
    /// </summary>
    public const char Run = '\uFFFE';

    /// <summary><c>**</c>: any run.</summary>
    public const char AnyRun = '\uFFFF';

    public static bool IsWild(char token) => token is Run or AnyRun;

    /// <summary>Text outside ASCII, and blanks, become the escapes that a parsed URL holds.</summary>
    public static string Of(ReadOnlySpan<char> glob)
    {
        var tokens = new StringBuilder(glob.Length);
        while (!glob.IsEmpty)
        {
            int star = glob.IndexOf('*');
            AppendLiteral(tokens, star < 0 ? glob : glob[..star]);
            if (star < 0) break;
            var rest = glob[star..].TrimStart('*');
            tokens.Append(glob.Length - star - rest.Length == 1 ? Run : AnyRun);
            glob = rest;
        }

        return tokens.ToString();
    }

    private static void AppendLiteral(StringBuilder tokens, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && rune.Value > ' ') tokens.Append((char)rune.Value);
            else tokens.Append(PercentEncoding.Encode(rune.ToString(), EncodeSet.Path));
        }
    }
}
