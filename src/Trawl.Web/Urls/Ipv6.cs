using System.Globalization;
using System.Text;

namespace Trawl.Web.Urls;

/// <summary>The IPv6 parser and serialiser of the URL standard (§3.5).</summary>
internal static class Ipv6
{
    private const int Pieces = 8;

    /// <summary>Parses the text between the brackets into eight pieces.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, Span<ushort> address)
    {
        address.Clear();
        int piece = 0, compress = -1, at = 0;
        if (text.StartsWith(':'))
        {
            if (!text.StartsWith("::")) return false;
            at = 2;
            // The run of zeros counts as one piece here; Expand makes it as long as it must be.
            compress = ++piece;
        }

        while (at < text.Length)
        {
            if (piece == Pieces) return false;
            if (text[at] == ':')
            {
                if (compress >= 0) return false;
                at++;
                compress = ++piece;
                continue;
            }

            int digits = ReadHex(text[at..], out ushort value);
            if (at + digits < text.Length && text[at + digits] == '.')
            {
                if (digits == 0 || piece > 6 || !TryReadIpv4(text[at..], address[piece..])) return false;
                piece += 2;
                break;
            }

            at += digits;
            if (at < text.Length && (text[at] != ':' || at + 1 == text.Length)) return false;
            at++;
            address[piece++] = value;
        }

        return Expand(address, piece, compress);
    }

    /// <summary>
    /// Serialises in lower-case hex, the first longest run of two or more zeros shortened, in brackets.
    /// </summary>
    public static string Serialize(ReadOnlySpan<ushort> address)
    {
        var (start, length) = LongestZeroRun(address);
        var output = new StringBuilder("[", 42);
        for (int i = 0; i < Pieces; i++)
        {
            if (i == start)
            {
                output.Append(i == 0 ? "::" : ":");
                i += length - 1;
                continue;
            }

            output.Append(CultureInfo.InvariantCulture, $"{address[i]:x}");
            if (i < Pieces - 1) output.Append(':');
        }

        return output.Append(']').ToString();
    }

    private static int ReadHex(ReadOnlySpan<char> text, out ushort value)
    {
        value = 0;
        int length = 0;
        while (length < 4 && length < text.Length && char.IsAsciiHexDigit(text[length]))
            value = (ushort)((value << 4) | PercentEncoding.HexValue(text[length++]));
        return length;
    }

    /// <summary>Exactly four decimal bytes without leading zeros, up to the end of the text.</summary>
    private static bool TryReadIpv4(ReadOnlySpan<char> text, Span<ushort> address)
    {
        uint value = 0;
        for (int i = 0; i < 4; i++)
        {
            int dot = text.IndexOf('.');
            if (dot < 0 != (i == 3)) return false;
            var part = dot < 0 ? text : text[..dot];
            text = dot < 0 ? default : text[(dot + 1)..];
            if (part.Length is 0 or > 3 || part.ContainsAnyExceptInRange('0', '9')) return false;
            if (part.Length > 1 && part[0] == '0') return false;
            uint number = uint.Parse(part, CultureInfo.InvariantCulture);
            if (number > 255) return false;
            value = (value << 8) | number;
        }

        address[0] = (ushort)(value >> 16);
        address[1] = (ushort)value;
        return true;
    }

    private static bool Expand(Span<ushort> address, int pieces, int compress)
    {
        if (compress < 0) return pieces == Pieces;
        int tail = pieces - compress;
        if (tail == 0 || pieces == Pieces) return true;
        address.Slice(compress, tail).CopyTo(address[(Pieces - tail)..]);
        address[compress..(Pieces - tail)].Clear();
        return true;
    }

    private static (int Start, int Length) LongestZeroRun(ReadOnlySpan<ushort> address)
    {
        var (start, length) = (-1, 1);
        for (int i = 0; i < Pieces; i++)
        {
            int end = i;
            while (end < Pieces && address[end] == 0) end++;
            if (end - i > length) (start, length) = (i, end - i);
            if (end > i) i = end;
        }

        return (start, length);
    }
}
