using System.Text;

namespace Trawl.Web.Urls;

/// <summary>Percent-encoding and decoding of the URL standard (§1.3).</summary>
internal static class PercentEncoding
{
    private const string HexDigits = "0123456789ABCDEF";
    private static readonly EncodeSet[] Table = BuildTable();

    /// <summary>True when the set encodes the character; everything outside ASCII is encoded by every set.</summary>
    public static bool Contains(this EncodeSet set, char c) => c >= 0x80 || (Table[c] & set) != 0;

    /// <summary>
    /// True when an ASCII character is in the set; for the forbidden code points, which are all ASCII.
    /// </summary>
    public static bool ContainsAscii(this EncodeSet set, char c) => c < 0x80 && (Table[c] & set) != 0;

    /// <summary>The text as UTF-8, with the bytes of the set percent-encoded.</summary>
    public static string Encode(ReadOnlySpan<char> text, EncodeSet set)
    {
        var output = new StringBuilder(text.Length + 8);
        output.AppendEncoded(text, set);
        return output.ToString();
    }

    /// <summary>
    /// Appends the text as UTF-8, with the bytes of the set percent-encoded. A lone surrogate becomes U+FFFD.
    /// </summary>
    public static void AppendEncoded(this StringBuilder output, ReadOnlySpan<char> text, EncodeSet set)
    {
        while (!text.IsEmpty)
        {
            int clean = 0;
            while (clean < text.Length && !set.Contains(text[clean])) clean++;
            output.Append(text[..clean]);
            text = text[clean..];
            if (!text.IsEmpty) text = text[AppendFirstEncoded(output, text)..];
        }
    }

    public static void AppendByte(this StringBuilder output, byte value) =>
        output.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);

    /// <summary>
    /// Replaces each valid triplet by its byte, reads the bytes as UTF-8 and replaces what is malformed.
    /// </summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        int length = Encoding.UTF8.GetBytes(text, bytes);
        length = DecodeInPlace(bytes.AsSpan(0, length));
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>The value of the triplet at <paramref name="index"/>, or -1 when there is no valid one.</summary>
    public static int TripletAt(ReadOnlySpan<char> text, int index)
    {
        if (index + 2 >= text.Length || text[index] != '%') return -1;
        if (!char.IsAsciiHexDigit(text[index + 1]) || !char.IsAsciiHexDigit(text[index + 2])) return -1;
        return (HexValue(text[index + 1]) << 4) | HexValue(text[index + 2]);
    }

    public static int HexValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static int AppendFirstEncoded(StringBuilder output, ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out var rune, out int consumed);
        Span<byte> bytes = stackalloc byte[4];
        foreach (byte value in bytes[..rune.EncodeToUtf8(bytes)]) output.AppendByte(value);
        return consumed;
    }

    private static int DecodeInPlace(Span<byte> bytes)
    {
        int to = 0;
        for (int from = 0; from < bytes.Length; from++, to++)
        {
            bool isTriplet = bytes[from] == '%' && from + 2 < bytes.Length
                && char.IsAsciiHexDigit((char)bytes[from + 1]) && char.IsAsciiHexDigit((char)bytes[from + 2]);
            bytes[to] = isTriplet
                ? (byte)((HexValue((char)bytes[from + 1]) << 4) | HexValue((char)bytes[from + 2]))
                : bytes[from];
            if (isTriplet) from += 2;
        }

        return to;
    }

    private static EncodeSet[] BuildTable()
    {
        const EncodeSet encoding = EncodeSet.Fragment | EncodeSet.Query | EncodeSet.SpecialQuery | EncodeSet.Path
            | EncodeSet.UserInfo | EncodeSet.C0Control;
        var table = new EncodeSet[128];
        for (int c = 0; c < 0x20; c++) table[c] = encoding | EncodeSet.ForbiddenDomain;
        table[0x7F] = encoding | EncodeSet.ForbiddenDomain;

        Mark(table, EncodeSet.Fragment, " \"<>`");
        Mark(table, EncodeSet.Query | EncodeSet.SpecialQuery, " \"#<>");
        Mark(table, EncodeSet.SpecialQuery, "'");
        Mark(table, EncodeSet.Path, " \"#<>?^`{}");
        Mark(table, EncodeSet.UserInfo, " \"#<>?^`{}/:;=@[\\]|");
        Mark(table, EncodeSet.ForbiddenHost | EncodeSet.ForbiddenDomain, "\0\t\n\r #/:<>?@[\\]^|");
        Mark(table, EncodeSet.ForbiddenDomain, "%");
        return table;
    }

    private static void Mark(EncodeSet[] table, EncodeSet set, string characters)
    {
        foreach (char c in characters) table[c] |= set;
    }
}
