using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>
/// The encoding in <c>&lt;?xml … encoding="…"?&gt;</c> (HTML standard §13.2.3.2, "get an XML encoding").
/// </summary>
internal static class XmlDeclaration
{
    /// <summary>The name of the declared encoding, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("<\0?\0x\0"u8)) return "UTF-16LE";
        if (bytes.StartsWith("\0<\0?\0x"u8)) return "UTF-16BE";
        if (!bytes.StartsWith("<?xml"u8)) return null;
        int end = bytes.IndexOf((byte)'>');
        if (end < 0) return null;
        string text = Encoding.Latin1.GetString(bytes[..end]);
        int at = text.IndexOf("encoding", StringComparison.Ordinal);
        return at < 0 ? null : NameIn(text.AsSpan(at + "encoding".Length).TrimStart());
    }

    private static string? NameIn(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith('=')) return null;
        text = text[1..].TrimStart();
        if (text.IsEmpty || text[0] is not ('"' or '\'')) return null;
        int close = text[1..].IndexOf(text[0]);
        if (close < 0 || !EncodingLabels.TryGetName(text.Slice(1, close).ToString(), out string? name)) return null;
        return name is "UTF-16LE" or "UTF-16BE" ? WebEncodings.Utf8Name : name;
    }
}
