using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trawl.Html.Json;

/// <content>String and other literals.</content>
internal sealed partial class JsonPathParser
{
    private string? String()
    {
        var quote = text[_at++];
        var value = new StringBuilder();
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == quote)
            {
                _at++;
                return value.ToString();
            }
            if (c < ' ') return Fail<string>("A control character in a string must be written as an escape, such as \\n.");
            if (c != '\\')
            {
                value.Append(c);
                _at++;
            }
            else if (!Escape(quote, value))
            {
                return null;
            }
        }
        return Fail<string>($"The string is not closed; expected {quote}.");
    }

    private bool Escape(char quote, StringBuilder value)
    {
        var start = _at++;
        var c = Now;
        _at++;
        if (c == 'u') return Unicode(start, value);
        var plain = c switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => c,
            _ when c == quote => c,
            _ => '\0',
        };
        if (plain == '\0') return Fail<string>($"\"\\{c}\" is not an escape of JSONPath.", start) is not null;
        value.Append(plain);
        return true;
    }

    private bool Unicode(int start, StringBuilder value)
    {
        if (!Hex(out var unit)) return Fail<string>("Expected four hexadecimal digits after \"\\u\".", start) is not null;
        if (char.IsLowSurrogate(unit)) return Unpaired(start);
        value.Append(unit);
        if (!char.IsHighSurrogate(unit)) return true;
        if (!Take('\\') || !Take('u') || !Hex(out var low) || !char.IsLowSurrogate(low)) return Unpaired(start);
        value.Append(low);
        return true;
    }

    private bool Unpaired(int start) =>
        Fail<string>("A surrogate must be the first of a pair: \\uD83D\\uDE00.", start) is not null;

    private bool Hex(out char unit)
    {
        unit = '\0';
        if (_at + 4 > text.Length) return false;
        if (!ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        unit = (char)code;
        _at += 4;
        return true;
    }

    // A number, string, true, false or null; the caller saw its first character.
    private Literal? LiteralValue()
    {
        if (Now is '"' or '\'')
            return String() is { } value ? new Literal(JsonSerializer.SerializeToElement(value, JsonPathLiterals.Default.String)) : null;
        foreach (var word in (ReadOnlySpan<string>)["true", "false", "null"])
        {
            if (!text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal)) continue;
            _at += word.Length;
            return new Literal(JsonElement.Parse(word));
        }
        return Number();
    }

    private Literal? Number()
    {
        var start = _at;
        Take('-');
        var whole = Digits();
        if (whole == 0 || (whole > 1 && text[_at - whole] == '0')) return BadNumber(start);
        if (Take('.') && Digits() == 0) return BadNumber(start);
        if (Now is 'e' or 'E')
        {
            _at++;
            if (!Take('-')) Take('+');
            if (Digits() == 0) return BadNumber(start);
        }
        return new Literal(JsonElement.Parse(text[start.._at]));
    }

    private Literal? BadNumber(int start) =>
        Fail<Literal>("Expected a number as JSON writes it, such as -1.5e3.", start);

    private int Digits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Now)) _at++;
        return _at - start;
    }
}
