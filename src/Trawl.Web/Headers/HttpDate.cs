using System.Globalization;

namespace Trawl.Web.Headers;

/// <summary>The three date forms of HTTP (RFC 9110 §5.6.7); always UTC.</summary>
public static class HttpDate
{
    private const string Rfc850 = "dd-MMM-yy HH:mm:ss 'GMT'";

    private static readonly string[] WholeYear =
        ["dd MMM yyyy HH:mm:ss 'GMT'", "dd-MMM-yyyy HH:mm:ss 'GMT'", "MMM d HH:mm:ss yyyy", "MMM  d HH:mm:ss yyyy"];

    /// <summary>Reads a date in any of the three forms.</summary>
    /// <param name="value">The text.</param>
    /// <param name="now">Tells the century of a two-digit year: one more than 50 years ahead is in the past.</param>
    /// <param name="date">The time, in UTC.</param>
    /// <returns>False when the text is no HTTP date. Never throws.</returns>
    public static bool TryParse(ReadOnlySpan<char> value, DateTimeOffset now, out DateTimeOffset date)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var culture = CultureInfo.InvariantCulture;
        date = default;
        // The weekday tells nothing that the date does not, and servers get it wrong.
        int weekdayEnd = value.Trim(" \t").IndexOfAny(',', ' ');
        if (weekdayEnd < 0) return false;
        var rest = value.Trim(" \t")[(weekdayEnd + 1)..].Trim(' ');
        if (DateTimeOffset.TryParseExact(rest, WholeYear, culture, utc, out date)) return true;
        if (!DateTimeOffset.TryParseExact(rest, Rfc850, culture, utc, out date)) return false;
        date = InCenturyOf(date, now);
        return true;
    }

    private static DateTimeOffset InCenturyOf(DateTimeOffset date, DateTimeOffset now)
    {
        const int tooEarlyToCount = 200;
        if (now.Year < tooEarlyToCount || now.Year >= DateTimeOffset.MaxValue.Year - 100) return date;
        int year = (now.Year / 100 * 100) + (date.Year % 100);
        bool isTooFar = year > now.Year + 50;
        return date.AddYears((isTooFar ? year - 100 : year) - date.Year);
    }
}
