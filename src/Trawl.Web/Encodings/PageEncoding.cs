using System.Text;
using System.Text.Unicode;
using Trawl.Web.Headers;

namespace Trawl.Web.Encodings;

/// <summary>
/// Finds the encoding of a page the way browsers do, and decodes it (HTML standard §13.2.3, Encoding standard §6).
/// </summary>
public static class PageEncoding
{
    private const int PrescanLength = 1024;

    /// <summary>
    /// Decides: byte order mark, charset of the transport, meta element or XML declaration in the first 1,024 bytes,
    /// and when nothing is declared UTF-8 if the body is that, else windows-1252.
    /// </summary>
    /// <param name="body">The body, without content coding; may be cut off inside a character.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> field, or null.</param>
    public static EncodingDecision Decide(ReadOnlySpan<byte> body, string? contentType)
    {
        if (BomOf(body) is { } marked) return Make(marked, EncodingReason.ByteOrderMark);
        string? charset = ContentType.TryParse(contentType, out var type) ? type.Charset : null;
        if (EncodingLabels.TryGetName(charset, out string? label)) return Make(label, EncodingReason.TransportLabel);

        var start = body[..Math.Min(body.Length, PrescanLength)];
        if (XmlDeclaration.Find(start) is { } declared) return Make(declared, EncodingReason.XmlDeclaration);
        if (MetaPrescan.Find(start) is { } meta) return Make(meta, EncodingReason.MetaElement);
        return IsUtf8(body)
            ? Make(WebEncodings.Utf8Name, EncodingReason.ValidUtf8)
            : Make(WebEncodings.FallbackName, EncodingReason.Fallback);
    }

    /// <summary>Decides and decodes. No input throws.</summary>
    /// <param name="body">The body, without content coding.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> field, or null.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var decision = Decide(body, contentType);
        return new DecodedText(Decode(body[BomLength(body, decision.Name)..], decision), decision);
    }

    private static string Decode(ReadOnlySpan<byte> body, EncodingDecision decision)
    {
        if (decision.Name == WebEncodings.Utf8Name) return Encoding.UTF8.GetString(body);
        // Encodings that only attackers use: the standard shows none of the text, lest it hide a script.
        if (decision.Name == WebEncodings.ReplacementName) return body.IsEmpty ? "" : "\uFFFD";
        bool isAscii = WebEncodings.IsAsciiSuperset(decision.Name) && Ascii.IsValid(body);
        return isAscii ? Encoding.Latin1.GetString(body) : decision.Encoding.GetString(body);
    }

    private static EncodingDecision Make(string name, EncodingReason reason) =>
        new(WebEncodings.Get(name), name, reason);

    private static string? BomOf(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => WebEncodings.Utf8Name,
        [0xFE, 0xFF, ..] => "UTF-16BE",
        [0xFF, 0xFE, ..] => "UTF-16LE",
        _ => null,
    };

    private static int BomLength(ReadOnlySpan<byte> body, string name)
    {
        if (BomOf(body) != name) return 0;
        return name == WebEncodings.Utf8Name ? 3 : 2;
    }

    /// <summary>Valid, but for a character that the end of the body cuts in two.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> body)
    {
        if (Utf8.IsValid(body)) return true;
        for (int cut = 1; cut <= 3 && cut <= body.Length; cut++)
        {
            byte lead = body[^cut];
            if (lead < 0x80) return false;
            if (lead >= 0xC2) return cut < LengthOf(lead) && Utf8.IsValid(body[..^cut]);
        }

        return false;
    }

    private static int LengthOf(byte lead) => lead switch { < 0xE0 => 2, < 0xF0 => 3, < 0xF5 => 4, _ => 0 };
}
