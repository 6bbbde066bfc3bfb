using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Trawl.Steps.Values;

/// <summary>
/// Escapes what JSON asks for (RFC 8259, section 7) and nothing else; the framework's most relaxed encoder still
/// escapes no-break spaces and everything beyond the basic plane. Halves of surrogate pairs become U+FFFD.
/// </summary>
internal sealed class JsonEscapes : JavaScriptEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    private static readonly SearchValues<char> SpecialOrSurrogate = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar <= 0xFFFF ? SpecialOrSurrogate.Contains((char)unicodeScalar) : unicodeScalar > 0x10FFFF;

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var at = 0;
        while (true)
        {
            var next = span[at..].IndexOfAny(SpecialOrSurrogate);
            if (next < 0) return -1;
            at += next;
            if (Special.Contains(span[at]) || at + 1 == span.Length || !char.IsSurrogatePair(span[at], span[at + 1])) return at;
            at += 2;
        }
    }

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < 0x20 => FormattableString.Invariant($"\\u{unicodeScalar:x4}"),
            _ => Rune.IsValid(unicodeScalar) ? new Rune(unicodeScalar).ToString() : "\uFFFD",
        };
        var fits = escape.TryCopyTo(target);
        numberOfCharactersWritten = fits ? escape.Length : 0;
        return fits;
    }
}
