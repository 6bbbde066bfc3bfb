namespace Trawl.Html.Parsing;

/// <content>Script data, 13.2.5.4 and 13.2.5.15 to 13.2.5.31: where the text of a script ends.</content>
internal ref partial struct Tokenizer
{
    private enum ScriptEscape
    {
        None,
        Escaped,
        DoubleEscaped,
    }

    private bool ReadScriptData()
    {
        var escape = ScriptEscape.None;
        int at = _at;
        while (at < _html.Length)
        {
            int step = escape == ScriptEscape.None ? _html[at..].IndexOf('<') : _html[at..].IndexOfAny('<', '-');
            at = step < 0 ? _html.Length : at + step;
            if (at == _html.Length) break;
            if (_html[at] == '-') at = SkipDashes(at, ref escape);
            else if (escape != ScriptEscape.DoubleEscaped && IsAppropriateEndTag(at)) break;
            else at = ScriptLessThan(at, ref escape);
        }

        return EndUndecoded(at);
    }

    /// <summary>Two dashes or more and a "greater than" end an escape.</summary>
    private readonly int SkipDashes(int at, ref ScriptEscape escape)
    {
        int end = at;
        while (end < _html.Length && _html[end] == '-') end++;
        if (end - at >= 2 && end < _html.Length && _html[end] == '>') escape = ScriptEscape.None;
        return end;
    }

    /// <summary>What a "less than" that starts no end tag does; answers where to go on.</summary>
    private readonly int ScriptLessThan(int at, ref ScriptEscape escape)
    {
        var rest = _html[(at + 1)..];
        switch (escape)
        {
            case ScriptEscape.None when rest.StartsWith("!--"):
                escape = ScriptEscape.Escaped;
                return at + 2;
            case ScriptEscape.Escaped when NamesScript(rest):
                escape = ScriptEscape.DoubleEscaped;
                break;
            case ScriptEscape.DoubleEscaped when rest.StartsWith("/") && NamesScript(rest[1..]):
                escape = ScriptEscape.Escaped;
                break;
        }

        return at + 1;
    }

    private static bool NamesScript(ReadOnlySpan<char> text) =>
        text.Length > 6 && text.StartsWith("script", StringComparison.OrdinalIgnoreCase) &&
        (IsSpace(text[6]) || text[6] is '/' or '>');
}
