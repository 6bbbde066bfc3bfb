using System.Globalization;

namespace Trawl.Warc;

/// <summary>
/// Dates as <c>WARC-Date</c> has them (ISO 28500:2017 §5.4): the W3C profile of ISO 8601, in UTC, with a fraction of one
/// to nine digits since version 1.1. A <see cref="DateTimeOffset"/> keeps seven of them.
/// </summary>
public static class WarcDate
{
    /// <summary>The date in UTC: <c>2026-11-21T10:41:30Z</c>, with a fraction when there is one.</summary>
    public static string Format(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The 14 digits of CDX indexes: <c>20261121104130</c>.</summary>
    public static string Format14(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a date of any precision the W3C profile allows (year, month, day, minute, second, fraction). Missing parts
    /// are the first of their kind; digits of the fraction behind the seventh are dropped.
    /// </summary>
    /// <returns>Whether it is a date.</returns>
    public static bool TryParse(string? text, out DateTimeOffset date)
    {
        date = default;
        if (text is null || text.Length is < 4 or > 40) return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0) text = ShortFraction(text, dot);
        return DateTimeOffset.TryParseExact(
            text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out date);
    }

    private static readonly string[] s_forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd", "yyyy-MM", "yyyy", "yyyyMMddHHmmss",
    ];

    private static string ShortFraction(string text, int dot)
    {
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - dot - 1 <= 7 ? text : string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end));
    }
}
