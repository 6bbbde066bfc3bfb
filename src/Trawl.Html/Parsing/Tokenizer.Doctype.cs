namespace Trawl.Html.Parsing;

/// <content>Doctypes, 13.2.5.53 to 13.2.5.68.</content>
internal ref partial struct Tokenizer
{
    private const int Absent = -1;

    /// <summary>Reads a doctype and stores its name, public and system identifier as three attributes.</summary>
    private TokenKind ReadDoctype(int at)
    {
        FirstAttribute = _document.StoredAttributes;
        int from = SkipSpace(at);
        at = from;
        while (at < _html.Length && !IsSpace(_html[at]) && _html[at] != '>') at++;
        ForceQuirks = at == from;
        if (at == from)
        {
            StoreAbsent();
        }
        else
        {
            int start = Normalize(from, at);
            _document.AddAttribute(0, start, at - from);
        }

        at = ReadIdentifiers(SkipSpace(at));
        int step = _html[at..].IndexOf('>');
        _at = step < 0 ? _html.Length : at + step + 1;
        return TokenKind.Doctype;
    }

    /// <summary>13.2.5.56, after DOCTYPE name state; answers where it stopped.</summary>
    private int ReadIdentifiers(int at)
    {
        var rest = _html[at..];
        if (rest.StartsWith("public", StringComparison.OrdinalIgnoreCase))
        {
            at = SkipSpace(at + 6);
            bool isRead = ReadIdentifier(ref at);
            at = SkipSpace(at);
            if (isRead && !IsAt(at, '>')) return ReadSystemIdentifier(at);
            StoreAbsent();
            return at;
        }

        StoreAbsent();
        if (rest.StartsWith("system", StringComparison.OrdinalIgnoreCase)) return ReadSystemIdentifier(SkipSpace(at + 6));
        StoreAbsent();
        if (!IsAt(at, '>')) ForceQuirks = true;
        return at;
    }

    private int ReadSystemIdentifier(int at)
    {
        if (!ReadIdentifier(ref at)) return at;
        at = SkipSpace(at);
        if (at == _html.Length) ForceQuirks = true;
        return at;
    }

    /// <summary>Stores a quoted identifier; a missing or unfinished one forces quirks and answers false.</summary>
    private bool ReadIdentifier(ref int at)
    {
        if (at == _html.Length || _html[at] is not ('"' or '\''))
        {
            ForceQuirks = true;
            StoreAbsent();
            return false;
        }

        int from = ++at;
        int step = _html[from..].IndexOfAny(_html[from - 1], '>');
        int end = step < 0 ? _html.Length : from + step;
        StoreIdentifier(from, end);
        bool isClosed = step >= 0 && _html[end] != '>';
        ForceQuirks |= !isClosed;
        at = isClosed ? end + 1 : end;
        return isClosed;
    }

    private readonly void StoreIdentifier(int from, int end)
    {
        int copied = -1;
        for (int at = from; ;)
        {
            int step = _html[at..end].IndexOf('\0');
            if (step < 0) break;
            at = ReplaceNul(at + step, ref from, ref copied);
        }

        EndValue(end, from, copied, out int start, out int length);
        _document.AddAttribute(0, start, length);
    }

    private readonly void StoreAbsent() => _document.AddAttribute(0, 0, Absent);

    private readonly bool IsAt(int at, char c) => at < _html.Length && _html[at] == c;

    private readonly int SkipSpace(int at)
    {
        while (at < _html.Length && IsSpace(_html[at])) at++;
        return at;
    }
}
