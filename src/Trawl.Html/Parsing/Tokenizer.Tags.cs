using System.Runtime.CompilerServices;
using Trawl.Html.Dom;

namespace Trawl.Html.Parsing;

/// <content>Tags and attributes, 13.2.5.8 and 13.2.5.32 to 13.2.5.40.</content>
internal ref partial struct Tokenizer
{
    /// <summary>What ends or complicates a name: 1 ends a tag's, 2 ends an attribute's, 4 must be changed.</summary>
    private static ReadOnlySpan<byte> NameClass =>
    [
        4, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0,
        0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>13.2.5.8, tag name state. Null when the source ends within the tag.</summary>
    private TokenKind? ReadTag(int at, TokenKind kind)
    {
        FirstAttribute = _document.StoredAttributes;
        AttributeCount = 0;
        IsSelfClosing = false;
        int end = EndOfName(at, 1, out bool isPlain);
        if (end == _html.Length) return DropTag();
        Name = NameId(at, end, isPlain);
        if (_html[end] == '>') _at = end + 1;
        else if (!ReadAttributes(end)) return DropTag();
        if (kind == TokenKind.StartTag) LastStartTag = Name;
        return kind;
    }

    private TokenKind? DropTag()
    {
        _document.StoredAttributes = FirstAttribute;
        _at = _html.Length;
        return null;
    }

    /// <summary>13.2.5.32, before attribute name state, until the tag's end; false when the source ends first.</summary>
    private bool ReadAttributes(int at)
    {
        var html = _html;
        while (true)
        {
            while ((uint)at < (uint)html.Length && IsSpace(html[at])) at++;
            if ((uint)at >= (uint)html.Length) return false;
            if (html[at] == '>')
            {
                _at = at + 1;
                return true;
            }

            if (html[at] == '/')
            {
                at++;
                IsSelfClosing = at < html.Length && html[at] == '>';
                continue;
            }

            at = ReadAttribute(at);
        }
    }

    /// <summary>13.2.5.33, attribute name state, and what follows; answers where it stopped.</summary>
    private int ReadAttribute(int from)
    {
        // An equals sign at the start belongs to the name.
        int end = EndOfName(_html[from] == '=' ? from + 1 : from, 2, out bool isPlain);
        isPlain &= !char.IsAsciiLetterUpper(_html[from]) && _html[from] != '\0';
        if (end == _html.Length) return end;
        int name = NameId(from, end, isPlain);
        int at = SkipSpace(end);
        int start = 0;
        int length = 0;
        if (IsAt(at, '=')) at = ReadValue(SkipSpace(at + 1), out start, out length);
        if (at < _html.Length) AddAttribute(name, start, length);
        return at;
    }

    /// <summary>13.2.5.35, before attribute value state; answers where it stopped.</summary>
    private readonly int ReadValue(int at, out int start, out int length)
    {
        start = length = 0;
        if (at == _html.Length || _html[at] == '>') return at;
        char quote = _html[at];
        if (quote is not ('"' or '\'')) return ReadUnquoted(at, out start, out length);
        at++;
        var rest = _html[at..];
        int step = rest.IndexOfAny(quote, '&', '\0');
        if (step < 0) return _html.Length;
        start = at;
        length = step;
        return rest[step] == quote ? at + step + 1 : ReadDecoded(at, quote, out start, out length);
    }

    /// <summary>13.2.5.36 and 13.2.5.37, quoted attribute values with something to decode.</summary>
    private readonly int ReadDecoded(int at, char quote, out int start, out int length)
    {
        start = length = 0;
        int from = at;
        int copied = -1;
        while (true)
        {
            int step = _html[at..].IndexOfAny(quote, '&', '\0');
            if (step < 0) return _html.Length;
            at += step;
            if (_html[at] == quote) break;
            at = _html[at] == '&' ? Reference(at, true, ref from, ref copied) : ReplaceNul(at, ref from, ref copied);
        }

        EndValue(at, from, copied, out start, out length);
        return at + 1;
    }

    /// <summary>13.2.5.38, unquoted attribute value state.</summary>
    private readonly int ReadUnquoted(int at, out int start, out int length)
    {
        int from = at;
        int copied = -1;
        while (at < _html.Length)
        {
            char c = _html[at];
            if (c == '>' || IsSpace(c)) break;
            if (c == '&') at = Reference(at, true, ref from, ref copied);
            else if (c == '\0') at = ReplaceNul(at, ref from, ref copied);
            else at++;
        }

        EndValue(at, from, copied, out start, out length);
        return at;
    }

    private void AddAttribute(int name, int start, int length)
    {
        var before = _document.Attributes.AsSpan(FirstAttribute, AttributeCount);
        foreach (ref var attribute in before)
        {
            if (attribute.Name == name) return;
        }

        if (AttributeCount >= _maxAttributes)
        {
            _document.LimitHit |= ParseLimits.Attributes;
            return;
        }

        _document.AddAttribute(name, start, length);
        AttributeCount++;
    }

    /// <summary>Where a name ends; plain names have nothing to lower or replace.</summary>
    private readonly int EndOfName(int at, int end, out bool isPlain)
    {
        var html = _html;
        int seen = 0;
        for (; (uint)at < (uint)html.Length; at++)
        {
            char c = html[at];
            if (c >= 128) continue;
            int kind = NameClass[c];
            if ((kind & end) != 0) break;
            seen |= kind;
        }

        isPlain = (seen & 4) == 0;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int NameId(int from, int end, bool isPlain)
    {
        int known = isPlain ? NameTable.Find(_html[from..end]) : -1;
        return known >= 0 ? known : NewNameId(from, end);
    }

    private readonly int NewNameId(int from, int end)
    {
        int side = _document.SideCount;
        int name = _document.AddName(Normalize(from, end), end - from, out bool isNew);
        if (!isNew) _document.SideCount = side;
        return name;
    }

    /// <summary>The address of a name in ASCII lower case and without U+0000; a copy when it differs.</summary>
    private readonly int Normalize(int from, int end)
    {
        if (!_html[from..end].ContainsAnyInRange('A', 'Z') && !_html[from..end].Contains('\0')) return from;
        int start = ~_document.SideCount;
        foreach (char c in _html[from..end])
        {
            _document.AppendToSide(c == '\0' ? ReplacementCharacter : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
        }

        return start;
    }
}
