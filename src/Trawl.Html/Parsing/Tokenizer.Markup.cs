namespace Trawl.Html.Parsing;

/// <content>Markup declarations and comments, 13.2.5.41 to 13.2.5.52.</content>
internal ref partial struct Tokenizer
{
    /// <summary>13.2.5.42, markup declaration open state; null when it made no token.</summary>
    private TokenKind? ReadMarkupDeclaration(int at)
    {
        var rest = _html[at..];
        if (rest.StartsWith("--")) return ReadComment(at + 2);
        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return ReadDoctype(at + 7);
        if (!AllowCdata || !rest.StartsWith("[CDATA[")) return ReadBogusComment(at);
        _at = at + 7;
        State = TokenizerState.CdataSection;
        return null;
    }

    /// <summary>13.2.5.43 to 13.2.5.52.</summary>
    private TokenKind ReadComment(int start)
    {
        var rest = _html[start..];
        if (rest.StartsWith(">")) return EndComment(start, start, start + 1);
        if (rest.StartsWith("->")) return EndComment(start, start, start + 2);
        for (int at = start; ; at++)
        {
            int step = _html[at..].IndexOf("--");
            if (step < 0) return EndCommentAtEnd(start);
            at += step + 2;
            while (at < _html.Length && _html[at] == '-') at++;
            if (at == _html.Length) return EndComment(start, at - 2, at);
            if (_html[at] == '>') return EndComment(start, at - 2, at + 1);
            if (_html[at] != '!') continue;
            if (at + 1 == _html.Length) return EndComment(start, at - 2, at + 1);
            if (_html[at + 1] == '>') return EndComment(start, at - 2, at + 2);
        }
    }

    /// <summary>A comment that the source ends in: one dash at its end may have been the start of its end.</summary>
    private TokenKind EndCommentAtEnd(int start)
    {
        int end = _html.Length;
        return EndComment(start, end > start && _html[end - 1] == '-' ? end - 1 : end, end);
    }

    /// <summary>13.2.5.41, bogus comment state.</summary>
    private TokenKind ReadBogusComment(int start)
    {
        int step = _html[start..].IndexOf('>');
        return step < 0
            ? EndComment(start, _html.Length, _html.Length)
            : EndComment(start, start + step, start + step + 1);
    }

    private TokenKind EndComment(int start, int end, int next)
    {
        int from = start;
        int copied = -1;
        for (int at = start; ;)
        {
            int step = _html[at..end].IndexOf('\0');
            if (step < 0) break;
            at = ReplaceNul(at + step, ref from, ref copied);
        }

        EndValue(end, from, copied, out TextStart, out TextLength);
        _at = next;
        return TokenKind.Comment;
    }
}
