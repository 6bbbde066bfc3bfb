using System.Globalization;

namespace Trawl.Steps.Dates;

/// <summary>One format of dates, ready to be tried.</summary>
internal sealed class DateFormat
{
    private const DateTimeStyles Lenient = DateTimeStyles.AllowWhiteSpaces;

    private readonly string _format;
    private readonly CultureInfo _culture;
    private readonly bool _hasYear;
    private readonly bool _isGreenwich;

    public DateFormat(string format, CultureInfo culture)
    {
        _hasYear = Mentions(format, 'y');
        // A format without a year would take the year of today, and another one tomorrow: it gets the page's.
        _format = PlainSpaces(_hasYear ? format : format + " yyyy");
        _culture = culture;
        _isGreenwich = IsoFormats.IsGreenwich(format);
    }

    /// <summary>Whether a format mentions a calendar date.</summary>
    public static bool IsDate(string format) => Mentions(format, 'y') && Mentions(format, 'M') && Mentions(format, 'd');

    /// <summary>The various spaces that locale data puts into patterns, as the plain one.</summary>
    public static string PlainSpaces(string text) =>
        text.AsSpan().IndexOfAny('\u202f', '\u00a0', '\u2009') < 0
            ? text
            : text.Replace('\u202f', ' ').Replace('\u00a0', ' ').Replace('\u2009', ' ');

    /// <summary>The calendar date as it was written, whatever its offset.</summary>
    public bool TryDate(string text, int year, out DateTime date)
    {
        var ok = DateTimeOffset.TryParseExact(
            Complete(text, year), _format, _culture, Lenient | DateTimeStyles.AssumeUniversal, out var moment);
        date = moment.DateTime.Date;
        return ok;
    }

    /// <summary>The instant; a time without an offset is one of the zone.</summary>
    public bool TryInstant(string text, int year, TimeZoneInfo zone, out DateTime utc)
    {
        if (!DateTime.TryParseExact(Complete(text, year), _format, _culture, Lenient | DateTimeStyles.AdjustToUniversal, out utc))
        {
            return false;
        }

        if (utc.Kind == DateTimeKind.Utc || _isGreenwich) return true;
        var ticks = utc.Ticks - zone.GetUtcOffset(utc).Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        utc = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    private string Complete(string text, int year) =>
        _hasYear ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {year:0000}");

    private static bool Mentions(string format, char letter)
    {
        var quote = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c == '\\') i++;
            else if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == letter) return true;
        }

        return false;
    }
}
