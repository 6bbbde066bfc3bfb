using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>Runs of characters: data, RCDATA, raw text, plain text, CDATA sections.</content>
internal ref partial struct Tokenizer
{
    /// <summary>13.2.5.1, data state. True when there are characters before the next markup.</summary>
    private bool ReadData()
    {
        HasNul = false;
        int copied = -1;
        int from = _at;
        int at = _at;
        while (true)
        {
            int step = _html[at..].IndexOfAny('<', '&', '\0');
            at = step < 0 ? _html.Length : at + step;
            if (at == _html.Length) break;
            char c = _html[at];
            if (c == '&') at = Reference(at, false, ref from, ref copied);
            else if (c == '<' && IsMarkup(at + 1)) break;
            else
            {
                HasNul |= c == '\0';
                at++;
            }
        }

        return EndRun(at, from, copied);
    }

    /// <summary>13.2.5.2, RCDATA state.</summary>
    private bool ReadRcdata()
    {
        HasNul = false;
        int copied = -1;
        int from = _at;
        int at = _at;
        while (true)
        {
            int step = _html[at..].IndexOfAny('<', '&', '\0');
            at = step < 0 ? _html.Length : at + step;
            if (at == _html.Length) break;
            char c = _html[at];
            if (c == '&') at = Reference(at, false, ref from, ref copied);
            else if (c == '\0') at = ReplaceNul(at, ref from, ref copied);
            else if (IsAppropriateEndTag(at)) break;
            else at++;
        }

        return EndRawRun(at, from, copied);
    }

    /// <summary>13.2.5.3, RAWTEXT state.</summary>
    private bool ReadRawText()
    {
        int at = _at;
        while (true)
        {
            int step = _html[at..].IndexOf('<');
            at = step < 0 ? _html.Length : at + step;
            if (at == _html.Length || IsAppropriateEndTag(at)) break;
            at++;
        }

        return EndUndecoded(at);
    }

    /// <summary>13.2.5.5, PLAINTEXT state.</summary>
    private bool ReadPlaintext() => EndUndecoded(_html.Length);

    /// <summary>13.2.5.69, CDATA section state.</summary>
    private bool ReadCdataSection()
    {
        State = TokenizerState.Data;
        int length = _html[_at..].IndexOf("]]>");
        bool isClosed = length >= 0;
        if (!isClosed) length = _html.Length - _at;
        HasNul = _html.Slice(_at, length).Contains('\0');
        TextStart = _at;
        TextLength = length;
        _at += isClosed ? length + 3 : length;
        return length > 0;
    }

    /// <summary>What follows a "less than" is not just a character.</summary>
    private readonly bool IsMarkup(int next)
    {
        if (next >= _html.Length) return false;
        char c = _html[next];
        return char.IsAsciiLetter(c) || c is '!' or '?' || (c == '/' && next + 1 < _html.Length);
    }

    /// <summary>"Appropriate end tag token": &lt;/ and the name of the last start tag, and the name ends there.</summary>
    private readonly bool IsAppropriateEndTag(int at)
    {
        string name = _document.NameText(LastStartTag);
        int end = at + 2 + name.Length;
        if (end >= _html.Length || _html[at + 1] != '/') return false;
        if (!(IsSpace(_html[end]) || _html[end] is '/' or '>')) return false;
        return _html.Slice(at + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Decodes the reference at an ampersand into the side buffer, or steps over the ampersand.</summary>
    private readonly int Reference(int at, bool inAttribute, ref int from, ref int copied)
    {
        int length = CharacterReferences.Read(_html[(at + 1)..], inAttribute, out char first, out char second);
        if (length == 0) return at + 1;
        CopyTo(at, from, ref copied);
        _document.AppendToSide(first);
        if (second != '\0') _document.AppendToSide(second);
        return from = at + 1 + length;
    }

    private readonly int ReplaceNul(int at, ref int from, ref int copied)
    {
        CopyTo(at, from, ref copied);
        _document.AppendToSide(ReplacementCharacter);
        return from = at + 1;
    }

    private readonly void CopyTo(int at, int from, ref int copied)
    {
        if (copied < 0) copied = _document.SideCount;
        _document.Store(_html[from..at]);
    }

    private bool EndRun(int at, int from, int copied)
    {
        EndValue(at, from, copied, out TextStart, out TextLength);
        _at = at;
        return TextLength > 0;
    }

    /// <summary>Ends characters that end before an end tag or the source.</summary>
    private bool EndRawRun(int at, int from, int copied)
    {
        if (at < _html.Length) State = TokenizerState.Data;
        return EndRun(at, from, copied);
    }

    /// <summary>Ends characters in which nothing is decoded but U+0000.</summary>
    private bool EndUndecoded(int end)
    {
        HasNul = false;
        int from = _at;
        int copied = -1;
        for (int at = _at; ;)
        {
            int step = _html[at..end].IndexOf('\0');
            if (step < 0) return EndRawRun(end, from, copied);
            at = ReplaceNul(at + step, ref from, ref copied);
        }
    }

    /// <summary>The address of characters that were copied in part, or not at all.</summary>
    private readonly void EndValue(int at, int from, int copied, out int start, out int length)
    {
        if (copied < 0)
        {
            start = from;
            length = at - from;
            return;
        }

        _document.Store(_html[from..at]);
        start = ~copied;
        length = _document.SideCount - copied;
    }
}
