using System.Globalization;

namespace Trawl.Steps.Dates;

/// <summary>The formats a field accepts, tried in order.</summary>
internal sealed class DateFormats
{
    private static readonly string[] Written =
    [
        "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d. MMMM yyyy", "d. MMM yyyy", "MMMM d yyyy", "MMM d yyyy",
        "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy",
    ];

    private readonly DateFormat[] _formats;

    private DateFormats(IEnumerable<DateFormat> formats) => _formats = [.. formats];

    /// <summary>The formats given, or, when there are none, ISO 8601 and the locale's usual ones.</summary>
    public static DateFormats Of(IReadOnlyList<string> formats, CultureInfo culture) =>
        formats.Count > 0
            ? new DateFormats(formats.Select(format => new DateFormat(Whole(format), culture)))
            : new DateFormats(Usual(culture));

    public bool TryDate(string text, int year, out DateTime date)
    {
        text = DateFormat.PlainSpaces(text);
        foreach (var format in _formats)
        {
            if (format.TryDate(text, year, out date)) return true;
        }

        date = default;
        return false;
    }

    public bool TryInstant(string text, int year, TimeZoneInfo zone, out DateTime utc)
    {
        text = DateFormat.PlainSpaces(text);
        foreach (var format in _formats)
        {
            if (format.TryInstant(text, year, zone, out utc)) return true;
        }

        utc = default;
        return false;
    }

    // One letter alone would mean one of .NET's standard formats, which are not what the language documents.
    private static string Whole(string format) => format.Length == 1 ? "%" + format : format;

    private static IEnumerable<DateFormat> Usual(CultureInfo culture)
    {
        foreach (var format in IsoFormats.All) yield return new DateFormat(format, CultureInfo.InvariantCulture);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var own = culture.Equals(CultureInfo.InvariantCulture) ? [] : culture.DateTimeFormat.GetAllDateTimePatterns();
        foreach (var format in own.Concat(Written))
        {
            if (DateFormat.IsDate(format) && seen.Add(format)) yield return new DateFormat(format, culture);
        }
    }
}
