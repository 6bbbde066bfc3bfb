namespace Trawl.Steps.Dates;

/// <summary>The forms of ISO 8601 that pages use, and the date of HTTP headers, feeds and mails.</summary>
internal static class IsoFormats
{
    public static readonly string[] All =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd", "yyyyMMdd",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm zzz",
        "yyyyMMdd'T'HHmmssK", "yyyyMMdd'T'HHmmK", "yyyy-MM-dd'T'HHK",
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss zzz",
    ];

    /// <summary>Those that end in GMT say their zone without the parser knowing it.</summary>
    public static bool IsGreenwich(string format) => format.EndsWith("'GMT'", StringComparison.Ordinal);
}
