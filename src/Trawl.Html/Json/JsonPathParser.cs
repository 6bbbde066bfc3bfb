using System.Globalization;
using System.Text.Json;
using Trawl.Html.Selectors;

namespace Trawl.Html.Json;

/// <summary>Recursive descent over the RFC's grammar. A method answers null after recording the first error.</summary>
internal sealed partial class JsonPathParser(string text)
{
    private const int MaxDepth = 64;
    private const int MaxLength = 65_536;

    // Integers must be exact in a double (RFC 9535, section 2.1).
    private const long MaxInteger = (1L << 53) - 1;

    private int _at;
    private int _depth;

    public SelectorError? Error { get; private set; }

    private char Now => _at < text.Length ? text[_at] : '\0';

    public JsonQuery? Parse()
    {
        if (text.Length > MaxLength) return Fail<JsonQuery>($"The query is longer than {MaxLength} characters.");
        if (Now != '$') return Fail<JsonQuery>("A query starts with \"$\", the root; expected \"$\".");
        var query = Query();
        if (query is not null && _at < text.Length)
            return Fail<JsonQuery>($"Expected \".name\", \"..name\" or \"[…]\", but found {Found()}.");
        return query;
    }

    private T? Fail<T>(string message, int? at = null)
        where T : class
    {
        Error ??= new SelectorError(message, at ?? _at);
        return null;
    }

    private string Found() => _at >= text.Length ? "the end" : $"\"{text[_at]}\"";

    private bool Take(char c)
    {
        if (Now != c || _at >= text.Length) return false;
        _at++;
        return true;
    }

    private void Blank()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r') _at++;
    }

    // Stands on the root identifier.
    private JsonQuery? Query()
    {
        var absolute = text[_at++] == '$';
        var segments = new List<JsonSegment>();
        while (true)
        {
            var before = _at;
            Blank();
            if (Now is not ('.' or '['))
            {
                _at = before;
                return new JsonQuery(absolute, [.. segments]);
            }
            if (Segment() is not { } segment) return null;
            segments.Add(segment);
        }
    }

    private JsonSegment? Segment()
    {
        if (Now == '[') return Bracketed(descend: false);
        _at++;
        var descend = Take('.');
        if (descend && Now == '[') return Bracketed(descend);
        if (Take('*')) return new JsonSegment([new WildcardSelector()], descend);
        var name = Shorthand();
        if (name.Length == 0)
            return Fail<JsonSegment>($"Expected a name or \"*\" after \".\", but found {Found()}; quote other names: ['…'].");
        return new JsonSegment([new NameSelector(name)], descend);
    }

    private string Shorthand()
    {
        var start = _at;
        if (char.IsAsciiDigit(Now)) return "";
        while (_at < text.Length)
        {
            var c = text[_at];
            if (char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= '\x80' && !char.IsSurrogate(c))) _at++;
            else if (char.IsHighSurrogate(c) && _at + 1 < text.Length && char.IsLowSurrogate(text[_at + 1])) _at += 2;
            else break;
        }
        return text[start.._at];
    }

    private JsonSegment? Bracketed(bool descend)
    {
        _at++;
        var selectors = new List<JsonSelector>();
        do
        {
            Blank();
            if (Selector() is not { } selector) return null;
            selectors.Add(selector);
            Blank();
        }
        while (Take(','));
        if (!Take(']')) return Fail<JsonSegment>($"Expected \",\" or \"]\", but found {Found()}.");
        return new JsonSegment([.. selectors], descend);
    }

    private JsonSelector? Selector()
    {
        switch (Now)
        {
            case '*':
                _at++;
                return new WildcardSelector();
            case '"' or '\'':
                return String() is { } name ? new NameSelector(name) : null;
            case '?':
                _at++;
                Blank();
                return Logical() is { } condition ? new FilterSelector(condition) : null;
            default:
                return IndexOrSlice();
        }
    }

    private JsonSelector? IndexOrSlice()
    {
        if (!Integer(out var start)) return null;
        var before = _at;
        Blank();
        if (!Take(':'))
        {
            _at = before;
            return start is { } index
                ? new IndexSelector(index)
                : Fail<JsonSelector>($"Expected a quoted name, a number, a slice, \"*\" or \"?\", but found {Found()}.");
        }
        Blank();
        if (!Integer(out var end)) return null;
        Blank();
        long? step = null;
        if (Take(':'))
        {
            Blank();
            if (!Integer(out step)) return null;
        }
        return new SliceSelector(start, end, step ?? 1);
    }

    // False only on a malformed number; no number at all is null.
    private bool Integer(out long? value)
    {
        value = null;
        var start = _at;
        Take('-');
        while (char.IsAsciiDigit(Now)) _at++;
        var digits = text.AsSpan(start, _at - start);
        if (digits.IsEmpty) return true;
        if (digits is "-" or "-0" || digits.TrimStart('-') is ['0', _, ..])
            return Fail<string>($"\"{digits}\" is not an integer of JSONPath: no \"-0\", no leading zeros.", start) is not null;
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > MaxInteger)
            return Fail<string>($"\"{digits}\" is outside ±{MaxInteger}.", start) is not null;
        value = number;
        return true;
    }
}
