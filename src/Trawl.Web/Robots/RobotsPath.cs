using System.Text;

namespace Trawl.Web.Robots;

/// <summary>
/// The form in which paths of rules and of URLs are compared (RFC 9309 §2.2.2): escapes of unreserved characters
/// decoded,
/// other escapes in upper case, bytes outside ASCII escaped. A star or dollar that means itself is escaped too.
/// </summary>
internal static class RobotsPath
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>
    /// Normalises the path of a rule, in which stars, and a dollar at the end, have their special meaning.
    /// </summary>
    public static string OfRule(ReadOnlySpan<byte> path, out bool isAnchored)
    {
        isAnchored = path.EndsWith("$"u8);
        return Normalize(isAnchored ? path[..^1] : path, isRule: true);
    }

    /// <summary>Normalises path and query of a URL.</summary>
    public static string OfUrl(ReadOnlySpan<char> pathAndQuery)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(pathAndQuery.Length)];
        return Normalize(bytes.AsSpan(0, Encoding.UTF8.GetBytes(pathAndQuery, bytes)), isRule: false);
    }

    /// <summary>True for nearly all URLs: nothing in them needs normalising.</summary>
    public static bool IsNormal(ReadOnlySpan<char> pathAndQuery) =>
        !pathAndQuery.ContainsAny('%', '*', '$') && !pathAndQuery.ContainsAnyExceptInRange('\0', '\x7F');

    private static string Normalize(ReadOnlySpan<byte> path, bool isRule)
    {
        var output = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            char c = (char)path[i];
            bool isEscape = c == '%' && i + 2 < path.Length
                && char.IsAsciiHexDigit((char)path[i + 1]) && char.IsAsciiHexDigit((char)path[i + 2]);
            if (isEscape)
            {
                byte value = Convert.FromHexString(Encoding.ASCII.GetString(path.Slice(i + 1, 2)))[0];
                if (IsUnreserved((char)value)) output.Append((char)value);
                else Escape(output, value);
                i += 2;
            }
            else if (c >= 0x80 || c == '$' || (c == '*' && !isRule))
            {
                Escape(output, (byte)c);
            }
            else
            {
                output.Append(c);
            }
        }

        return output.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static void Escape(StringBuilder output, byte value) =>
        output.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);
}
