using System.Collections.Concurrent;
using System.Text;

namespace Trawl.Web.Encodings;

/// <summary>The decoders behind the names of the Encoding standard.</summary>
internal static class WebEncodings
{
    public const string Utf8Name = "UTF-8";
    public const string FallbackName = "windows-1252";
    public const string ReplacementName = "replacement";

    private static readonly ConcurrentDictionary<string, Encoding> Made = new(StringComparer.Ordinal);

    public static Encoding Get(string name) => Made.GetOrAdd(name, Make);

    /// <summary>True when bytes below 0x80 always mean ASCII, so that a body of such bytes needs no decoder.</summary>
    public static bool IsAsciiSuperset(string name) =>
        name is not ("UTF-16LE" or "UTF-16BE" or "ISO-2022-JP" or ReplacementName);

    private static Encoding Make(string name) => name switch
    {
        Utf8Name or ReplacementName => new UTF8Encoding(false),
        "UTF-16LE" => new UnicodeEncoding(false, false),
        "UTF-16BE" => new UnicodeEncoding(true, false),
        "ISO-8859-10" => TableEncodings.Iso8859Part10,
        "ISO-8859-14" => TableEncodings.Iso8859Part14,
        "ISO-8859-16" => TableEncodings.Iso8859Part16,
        "x-user-defined" => TableEncodings.UserDefined,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(
            CodePageOf(name), EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!,
    };

    private static int CodePageOf(string name) => name switch
    {
        "IBM866" => 866,
        "ISO-8859-8-I" => 38598,
        "ISO-8859-13" => 28603,
        "ISO-8859-15" => 28605,
        "KOI8-R" => 20866,
        "KOI8-U" => 21866,
        "macintosh" => 10000,
        "x-mac-cyrillic" => 10017,
        // The standard decodes GBK with the decoder of gb18030, which holds it.
        "GBK" or "gb18030" => 54936,
        "Big5" => 950,
        "EUC-JP" => 51932,
        "ISO-2022-JP" => 50220,
        "Shift_JIS" => 932,
        "EUC-KR" => 949,
        _ when name.StartsWith("ISO-8859-", StringComparison.Ordinal) => 28590 + (name[^1] - '0'),
        _ => int.Parse(name.AsSpan(name.IndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture),
    };
}
