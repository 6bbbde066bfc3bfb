using System.Globalization;

namespace Trawl.Web.Sitemaps;

/// <summary>The dates of sitemaps and Atom (W3C datetime) and of RSS (RFC 822); without a zone they are UTC.</summary>
internal static class SitemapDate
{
    private static readonly string[] Forms =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK", "d MMM yyyy HH:mm:ss 'GMT'", "d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm 'GMT'", "d MMM yyyy HH:mm zzz",
    ];

    public static DateTimeOffset? Parse(string? text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (string.IsNullOrEmpty(text)) return null;
        int weekdayEnd = text.IndexOf(',');
        var date = text.AsSpan(weekdayEnd + 1).Trim();
        return DateTimeOffset.TryParseExact(date, Forms, CultureInfo.InvariantCulture, utc, out var value)
            ? value : null;
    }
}
