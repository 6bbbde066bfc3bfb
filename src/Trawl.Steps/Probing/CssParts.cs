namespace Trawl.Steps.Probing;

/// <summary>A CSS selector cut where compounds and simple selectors meet; what stands in brackets or quotes is not cut.</summary>
internal static class CssParts
{
    /// <summary>The selector as simple selectors and combinators; joined they are the selector again.</summary>
    public static List<string> Split(string selector)
    {
        var parts = new List<string>();
        for (var at = 0; at < selector.Length;)
        {
            var end = EndOf(selector, at);
            parts.Add(selector[at..end]);
            at = end;
        }

        return parts;
    }

    public static bool IsCombinator(string part) => part[0] is ' ' or '>' or '+' or '~' or '\t' or '\n' or ',';

    private static int EndOf(string text, int at) => text[at] switch
    {
        ' ' or '>' or '+' or '~' or ',' or '\t' or '\n' => EndOfCombinator(text, at),
        '[' => EndOfBracket(text, at),
        _ => EndOfName(text, at),
    };

    private static int EndOfCombinator(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '>' or '+' or '~' or ',' or '\t' or '\n') at++;
        return at;
    }

    // A name with the sign before it, and for a pseudo-class with what stands in its parentheses.
    private static int EndOfName(string text, int at)
    {
        at++;
        if (at < text.Length && text[at] == ':') at++;
        while (at < text.Length && text[at] is not (' ' or '>' or '+' or '~' or ',' or '.' or '#' or '[' or ':' or '\t' or '\n'))
        {
            if (text[at] == '(') return EndOfBracket(text, at);
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private static int EndOfBracket(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is '"' or '\'') at = EndOfQuote(text, at);
            else if (text[at] is '[' or '(') depth++;
            else if (text[at] is ']' or ')' && --depth == 0) return at + 1;
        }

        return text.Length;
    }

    private static int EndOfQuote(string text, int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        return end < 0 ? text.Length : end;
    }
}
