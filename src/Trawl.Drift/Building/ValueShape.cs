using System.Globalization;
using Trawl.Drift.Profiles;

namespace Trawl.Drift.Building;

/// <summary>Says what a text looks like, by its characters alone and so the same in every culture.</summary>
internal static class ValueShape
{
    private const int LongestWords = 200;
    private const int LongestDate = 40;

    // ISO 4217, the ones that are met.
    private static readonly string[] _currencies =
    [
        "EUR", "USD", "GBP", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "TRY", "UAH", "RUB",
        "CAD", "AUD", "NZD", "INR", "BRL", "MXN", "ARS", "CLP", "COP", "ZAR", "KRW", "SGD", "HKD", "TWD", "THB", "IDR", "MYR", "PHP",
        "VND", "ILS", "AED", "SAR", "EGP", "NGN", "KES",
    ];

    /// <param name="text">The text, or the beginning of a long one.</param>
    /// <param name="length">The length of all of it.</param>
    public static ValueClass Of(ReadOnlySpan<char> text, int length)
    {
        text = text.Trim();
        if (HasTag(text)) return ValueClass.Markup;
        if (length > LongestWords) return IsUrl(text) ? ValueClass.Url : ValueClass.Text;
        var digits = Digits(text);
        if (digits > 0 && NumberClass(text, digits) is { } number) return number;
        if (digits >= 3 && IsDate(text)) return ValueClass.Date;
        if (text.IndexOf(' ') < 0)
        {
            if (IsUrl(text)) return ValueClass.Url;
            if (IsEmail(text)) return ValueClass.Email;
            if (digits > 0) return ValueClass.Code;
        }

        return ValueClass.Words;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c)) count++;
        }

        return count;
    }

    /// <summary>Digits with separators, and at most a sign, a per cent and a currency around them.</summary>
    private static ValueClass? NumberClass(ReadOnlySpan<char> text, int digits)
    {
        var (letters, signs, separators, points) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) continue;
            if (char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol) signs++;
            else if (char.IsLetter(c)) letters++;
            else if (c is '.' or ',') points++;
            else if (c is '-' or '+' or '%' or '(' or ')' or '\'' or '\u2212' or '\u2019' || char.IsWhiteSpace(c)) separators++;
            else return null;
        }

        if (signs == 1 && letters <= 3) return ValueClass.Money;
        if (letters > 0) return letters == 3 && signs == 0 && HasCode(text) ? ValueClass.Money : null;
        return separators > 4 || points > digits || IsDate(text) ? null : points > 0 ? ValueClass.Decimal : ValueClass.Integer;
    }

    private static bool HasCode(ReadOnlySpan<char> text) =>
        (text.Length > 4 && IsCurrency(text[..3]) && !char.IsPunctuation(text[3]))
        || (text.Length > 4 && IsCurrency(text[^3..]) && !char.IsPunctuation(text[^4]));

    private static bool IsCurrency(ReadOnlySpan<char> text)
    {
        foreach (var code in _currencies)
        {
            if (text.SequenceEqual(code)) return true;
        }

        return false;
    }

    // ISO 8601, or three parts of which one is a year: 3.11.2026, 2026/11/03, 3 Nov 2026.
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        if (text.Length is < 6 or > LongestDate || !HasYear(text)) return false;
        var separators = text.Count('-') + text.Count('/') + text.Count('.') + text.Count(' ');
        return separators >= 2 && (text.Count('-') == 2 || text.Count('/') == 2 || text.Count('.') == 2 || text.IndexOf('-') == 4
            || HasMonth(text));
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        var run = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                run++;
                continue;
            }

            if (run == 4 && text[i - 4] is '1' or '2') return true;
            run = 0;
        }

        return false;
    }

    private static bool HasMonth(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c)) letters++;
        }

        return letters is >= 3 and <= 18;
    }

    private static bool IsUrl(ReadOnlySpan<char> text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text[at..].IndexOf('.') > 1;
    }

    private static bool HasTag(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('<');
        return open >= 0 && open + 1 < text.Length && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!')
            && text[open..].IndexOf('>') > 0;
    }
}
