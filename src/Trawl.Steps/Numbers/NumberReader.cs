using System.Globalization;

namespace Trawl.Steps.Numbers;

/// <summary>
/// Finds the first number of a text: "£51.77", "In stock (22 available)", "1.234,56 €" in German, "12'345.–" in Swiss.
/// A separator that groups wrongly for the locale ("1,5" read as English) is no number, rather than a wrong one.
/// </summary>
internal ref struct NumberReader
{
    /// <summary>What a decimal is promised to keep exactly.</summary>
    private const int MaxDigits = 28;

    private readonly ReadOnlySpan<char> _text;
    private readonly NumberStyle _style;
    private int _at;
    private int _digits;
    private int _scale;
    private UInt128 _mantissa;

    private NumberReader(ReadOnlySpan<char> text, NumberStyle style)
    {
        _text = text;
        _style = style;
    }

    /// <summary>Reads the first number.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="style">How it writes numbers.</param>
    /// <param name="accounting">Whether a text that is all in parentheses is a negative number.</param>
    /// <param name="number">The number, with its trailing zeros.</param>
    public static bool TryRead(ReadOnlySpan<char> text, NumberStyle style, bool accounting, out decimal number)
    {
        number = 0;
        var reader = new NumberReader(Values.WhiteSpace.Trim(text), style);
        if (!reader.FindStart(out var start)) return false;
        reader._at = start;
        if (!reader.ReadDigits()) return false;
        var (high, low) = ((ulong)(reader._mantissa >> 64), (ulong)reader._mantissa);
        var magnitude = new decimal((int)(uint)low, (int)(uint)(low >> 32), (int)(uint)high, false, (byte)reader._scale);
        number = reader.IsNegative(start, accounting) ? -magnitude : magnitude;
        return true;
    }

    /// <summary>Reads a number as JSON writes it, with an exponent or without.</summary>
    public static bool TryReadJson(ReadOnlySpan<char> text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private bool FindStart(out int start)
    {
        for (start = 0; start < _text.Length; start++)
        {
            if (DigitAt(start) >= 0) return true;
            if (_style.IsDecimalPoint(_text[start]) && DigitAt(start + 1) >= 0 && !IsWordAt(start - 1)) return true;
        }

        return false;
    }

    private bool ReadDigits()
    {
        var whole = ReadGroups();
        if (_at < _text.Length && _style.IsDecimalPoint(_text[_at]) && DigitAt(_at + 1) >= 0)
        {
            _at++;
            var first = _at;
            while (Take()) _scale++;
            whole |= _at > first;
        }

        // "1,5" where the comma groups, "1.2.3": something else than a number of this locale.
        var goesOn = _at + 1 < _text.Length && _text[_at] is '.' or ',' && DigitAt(_at + 1) >= 0;
        return whole && !goesOn && _digits <= MaxDigits && _scale <= MaxDigits;
    }

    private bool ReadGroups()
    {
        var first = _at;
        while (Take())
        {
        }

        var leading = _at - first;
        if (leading is 0 or > 3) return leading > 0;
        var separator = _at < _text.Length ? _text[_at] : '\0';
        while (_at < _text.Length && _text[_at] == separator && _style.IsGroup(separator) && GroupFollows(separator))
        {
            _at++;
            while (Take())
            {
            }
        }

        return true;
    }

    // Three digits, or two when another group follows, as in India: 12,34,567.
    private readonly bool GroupFollows(char separator)
    {
        var count = 0;
        while (count < 4 && DigitAt(_at + 1 + count) >= 0) count++;
        var next = _at + 1 + count;
        return count == 3 || (count == 2 && next < _text.Length && _text[next] == separator && DigitAt(next + 1) >= 0);
    }

    private bool Take()
    {
        var digit = DigitAt(_at);
        if (digit < 0) return false;
        _at++;
        if (_digits > 0 || digit > 0) _digits++;
        if (_digits <= MaxDigits) _mantissa = (_mantissa * 10) + (uint)digit;
        return true;
    }

    private readonly bool IsNegative(int start, bool accounting)
    {
        if (accounting && _text[0] == '(' && _text[^1] == ')') return true;
        if (HasTrailingMinus()) return true;
        var before = start - 1;
        while (before >= 0 && IsBetweenSignAndDigits(_text[before])) before--;
        return before >= 0 && IsMinus(_text[before]) && !IsWordAt(before - 1) && (before == start - 1 || HasNoGap(before + 1, start));
    }

    private readonly bool HasTrailingMinus() =>
        _at < _text.Length && IsMinus(_text[_at]) && (_at + 1 == _text.Length || _text[_at + 1] == ' ');

    // "-£5" and "-$ 5", but not "Berlin - 5 rooms".
    private readonly bool HasNoGap(int from, int to) => from < to && !Values.WhiteSpace.Is(_text[from]);

    private static bool IsBetweenSignAndDigits(char c) =>
        Values.WhiteSpace.Is(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    // Hyphen, minus sign, full-width hyphen; a dash ("12'345.–", "5 – 7") says nothing about a sign.
    private static bool IsMinus(char c) => c is '-' or '\u2212' or '\uff0d';

    private readonly bool IsWordAt(int index) => (uint)index < (uint)_text.Length && char.IsLetterOrDigit(_text[index]);

    private readonly int DigitAt(int index)
    {
        if ((uint)index >= (uint)_text.Length) return -1;
        var c = _text[index];
        return c <= '\x7f' ? (char.IsAsciiDigit(c) ? c - '0' : -1) : CharUnicodeInfo.GetDecimalDigitValue(c);
    }
}
