using System.Globalization;
using System.Text;
using Trawl.Html.Selectors.Conditions;

namespace Trawl.Html.Selectors.Css;

/// <content>Identifiers, strings and white space (CSS Syntax Level 3, section 4).</content>
internal sealed partial class CssParser
{
    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= '\x80';

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '-';

    private static string Lower(string name) => string.Create(name.Length, name, static (into, from) =>
    {
        for (var i = 0; i < into.Length; i++) into[i] = Words.Lower(from[i]);
    });

    /// <summary>Skips white space and comments; true when there was white space, which comments are not.</summary>
    private bool Blank()
    {
        var blank = false;
        while (!AtEnd)
        {
            if (Now is ' ' or '\t' or '\n' or '\r' or '\f') (blank, _at) = (true, _at + 1);
            else if (!Comment()) break;
        }
        return blank;
    }

    private bool Comment()
    {
        if (!text.AsSpan(_at).StartsWith("/*")) return false;
        var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? text.Length : end + 2;
        return true;
    }

    private bool Close()
    {
        Blank();
        if (AtEnd || Now != ')') return Fail($"Expected \")\", but found {Found()}.");
        _at++;
        return true;
    }

    /// <summary>An identifier, or null (and nothing read) when none stands here.</summary>
    private string? Identifier()
    {
        var second = _at + 1 < text.Length ? text[_at + 1] : '\0';
        var starts = Now == '-' ? IsNameStart(second) || second is '-' or '\\' : IsNameStart(Now) || Now == '\\';
        return starts && !AtEnd ? Name() : null;
    }

    /// <summary>Name characters and escapes, as behind "#"; null when there are none.</summary>
    private string? Name()
    {
        var start = _at;
        while (!AtEnd && IsNamePart(Now)) _at++;
        if (AtEnd || Now != '\\') return _at > start ? text[start.._at] : null;
        var name = new StringBuilder().Append(text, start, _at - start);
        while (!AtEnd)
        {
            if (IsNamePart(Now)) name.Append(text[_at++]);
            else if (Now != '\\' || !Escape(name)) break;
        }
        return name.Length > 0 ? name.ToString() : null;
    }

    // Stands on the backslash. Before a line end, or at the end, it is no escape of a name.
    private bool Escape(StringBuilder into)
    {
        if (_at + 1 >= text.Length || text[_at + 1] is '\n' or '\r' or '\f') return false;
        _at++;
        var digits = 0;
        while (digits < 6 && _at + digits < text.Length && char.IsAsciiHexDigit(text[_at + digits])) digits++;
        if (digits == 0)
        {
            into.Append(text[_at++]);
            return true;
        }
        var code = int.Parse(text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _at += digits;
        if (!AtEnd && Now is ' ' or '\t' or '\n' or '\r' or '\f') _at++;
        into.Append(Rune.IsValid(code) && code != 0 ? new Rune(code) : Rune.ReplacementChar);
        return true;
    }

    private string? String()
    {
        var start = _at;
        var quote = text[_at++];
        var value = new StringBuilder();
        while (!AtEnd && Now is not ('\n' or '\r' or '\f'))
        {
            if (Now == quote)
            {
                _at++;
                return value.ToString();
            }
            if (Now != '\\') value.Append(text[_at++]);
            else if (!Escape(value)) _at += 2;
        }
        return Fail<string>($"The string is not closed; expected {quote}.", Math.Min(start, text.Length));
    }
}
