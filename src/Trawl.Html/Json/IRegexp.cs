using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Trawl.Html.Json;

/// <summary>
/// I-Regexp (RFC 9485) turned into a .NET expression without backtracking. The pattern is parsed, never passed
/// through: what .NET would read differently (<c>.</c>, <c>$</c>, <c>\d</c>, lazy quantifiers) is rewritten or refused.
/// </summary>
internal ref struct IRegexp
{
    private const int MaxLength = 2_000;
    private const int MaxDepth = 50;

    // Counted repetitions multiply; beyond this the automaton itself would be the attack.
    private const int MaxSize = 20_000;
    private const string Any = @"(?:[^\n\r\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])";

    private readonly string _pattern;
    private readonly StringBuilder _out;
    private int _at;
    private int _depth;

    private IRegexp(string pattern) => (_pattern, _out) = (pattern, new StringBuilder());

    private readonly char Now => _at < _pattern.Length ? _pattern[_at] : '\0';

    public static Regex? TryCompile(string pattern, bool whole)
    {
        if (pattern.Length > MaxLength) return null;
        var translator = new IRegexp(pattern);
        if (!translator.Alternatives(out _) || translator._at != pattern.Length) return null;
        var text = whole ? $@"\A(?:{translator._out})\z" : translator._out.ToString();
        try
        {
            return new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private bool Alternatives(out long size)
    {
        size = 0;
        while (true)
        {
            while (_at < _pattern.Length && Now is not ('|' or ')'))
            {
                if (!Piece(out var piece)) return false;
                size += piece;
                if (size > MaxSize) return false;
            }
            if (Now != '|') return true;
            _out.Append('|');
            _at++;
        }
    }

    private bool Piece(out long size) => Atom(out size) && Quantifier(ref size);

    private bool Atom(out long size)
    {
        size = 1;
        var c = Now;
        switch (c)
        {
            case '(':
                return Group(out size);
            case '[':
                return Class();
            case '.':
                _out.Append(Any);
                _at++;
                return true;
            case '\\':
                return Escape(_out);
            case '^' or '$':
                // Not in RFC 9485, but the compliance suite reads them as anchors, as every author means them.
                _out.Append(c == '^' ? @"\A" : @"\z");
                _at++;
                return true;
            case '*' or '+' or '?' or '{' or '}' or ']':
                return false;
            default:
                return Character();
        }
    }

    private bool Group(out long size)
    {
        size = 0;
        if (++_depth > MaxDepth) return false;
        _at++;
        _out.Append("(?:");
        if (!Alternatives(out size) || Now != ')' || _at >= _pattern.Length) return false;
        _at++;
        _depth--;
        _out.Append(')');
        return true;
    }

    // A pair of surrogates is one character to a quantifier.
    private bool Character()
    {
        var c = _pattern[_at++];
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(Now)) _out.Append("(?:").Append(c).Append(_pattern[_at++]).Append(')');
        else AppendLiteral(_out, c);
        return true;
    }

    private bool Quantifier(ref long size)
    {
        var c = Now;
        if (c is '*' or '+' or '?')
        {
            _out.Append(c);
            _at++;
        }
        else if (c == '{')
        {
            var end = _pattern.IndexOf('}', _at);
            if (end < 0 || !Counts(_pattern.AsSpan(_at + 1, end - _at - 1), out var times)) return false;
            _out.Append(_pattern, _at, end - _at + 1);
            _at = end + 1;
            size *= Math.Max(1, times);
        }
        return size <= MaxSize;
    }

    private static bool Counts(ReadOnlySpan<char> text, out int times)
    {
        var comma = text.IndexOf(',');
        if (!Number(comma < 0 ? text : text[..comma], out times)) return false;
        if (comma < 0 || comma == text.Length - 1) return true;
        return Number(text[(comma + 1)..], out times);
    }

    private static bool Number(ReadOnlySpan<char> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= MaxSize;

    private bool Class()
    {
        _at++;
        _out.Append('[');
        if (Now == '^')
        {
            _out.Append('^');
            _at++;
        }
        var first = true;
        while (Now != ']' || _at >= _pattern.Length)
        {
            if (_at >= _pattern.Length || !ClassPart(first)) return false;
            first = false;
        }
        if (first) return false;
        _at++;
        _out.Append(']');
        return true;
    }

    // "-" stands for itself first or last in a class; "a-z" is a range.
    private bool ClassPart(bool first)
    {
        if (Now == '-' && !first && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']') return false;
        if (!ClassCharacter(out var isCategory)) return false;
        if (isCategory || Now != '-' || _at + 1 >= _pattern.Length || _pattern[_at + 1] == ']') return true;
        _out.Append('-');
        _at++;
        return ClassCharacter(out isCategory) && !isCategory;
    }

    private bool ClassCharacter(out bool isCategory)
    {
        isCategory = false;
        var c = Now;
        if (c == '[') return false;
        if (c == '\\')
        {
            isCategory = _at + 1 < _pattern.Length && _pattern[_at + 1] is 'p' or 'P';
            return Escape(_out);
        }
        _at++;
        AppendLiteral(_out, c);
        return true;
    }

    private bool Escape(StringBuilder into)
    {
        if (++_at >= _pattern.Length) return false;
        var c = _pattern[_at++];
        switch (c)
        {
            case 'n' or 'r' or 't':
                into.Append('\\').Append(c);
                return true;
            case 'p' or 'P':
                return Category(c, into);
            case '(' or ')' or '*' or '+' or '-' or '.' or '?' or '[' or '\\' or ']' or '^' or '{' or '|' or '}' or '$':
                AppendLiteral(into, c);
                return true;
            default:
                return false;
        }
    }

    private bool Category(char letter, StringBuilder into)
    {
        var end = _pattern.IndexOf('}', _at);
        if (Now != '{' || end < 0 || end - _at is < 2 or > 3) return false;
        into.Append('\\').Append(letter).Append(_pattern, _at, end - _at + 1);
        _at = end + 1;
        return true;
    }

    private static void AppendLiteral(StringBuilder into, char c)
    {
        if (char.IsAsciiLetterOrDigit(c) || c > '\x7f') into.Append(c);
        else into.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
    }
}
