using System.Globalization;

namespace Trawl.Web.Headers;

/// <summary>The forgiving date of cookies: its four parts in any order, between delimiters (RFC 6265 §5.1.1).</summary>
internal static class CookieDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        int day = -1, month = -1, year = -1;
        TimeSpan? time = null;
        while (!text.IsEmpty)
        {
            var token = TakeToken(ref text);
            if (token.IsEmpty) continue;
            if (time is null && TryTime(token, out var found)) time = found;
            else if (day < 0 && TryNumber(token, 1, 2, out int number)) day = number;
            else if (month < 0 && TryMonth(token, out number)) month = number;
            else if (year < 0 && TryNumber(token, 2, 4, out number)) year = WithCentury(number);
        }

        date = default;
        bool isWhole = time is not null && month > 0 && year is >= 1601 and <= 9999 && day >= 1;
        if (!isWhole || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero).Add(time!.Value);
        return true;
    }

    private static int WithCentury(int year) => year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;

    private static ReadOnlySpan<char> TakeToken(ref ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && !IsDelimiter(text[end])) end++;
        var token = text[..end];
        text = text[Math.Min(end + 1, text.Length)..];
        return token;
    }

    private static bool IsDelimiter(char c) =>
        c is '\t' or (>= ' ' and <= '/') or (>= ';' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');

    private static bool TryTime(ReadOnlySpan<char> token, out TimeSpan time)
    {
        time = default;
        int first = token.IndexOf(':');
        int second = first < 0 ? -1 : token[(first + 1)..].IndexOf(':') + first + 1;
        if (second <= first) return false;
        if (!TryNumber(token[..first], 1, 2, out int hours) || hours > 23) return false;
        if (!TryNumber(token[(first + 1)..second], 1, 2, out int minutes) || minutes > 59) return false;
        if (!TryNumber(token[(second + 1)..], 1, 2, out int seconds) || seconds > 59) return false;
        time = new TimeSpan(hours, minutes, seconds);
        return true;
    }

    /// <summary>A run of digits of the given length; what follows the digits does not count.</summary>
    private static bool TryNumber(ReadOnlySpan<char> token, int shortest, int longest, out int number)
    {
        number = 0;
        int length = 0;
        while (length < token.Length && char.IsAsciiDigit(token[length])) length++;
        return length >= shortest && length <= longest
            && int.TryParse(token[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryMonth(ReadOnlySpan<char> token, out int month)
    {
        int at = token.Length < 3 ? -1 : Months.AsSpan().IndexOf(token[..3], StringComparison.OrdinalIgnoreCase);
        month = (at / 3) + 1;
        return at >= 0 && at % 3 == 0;
    }
}
