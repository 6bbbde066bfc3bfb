using System.Buffers;
using System.Runtime.CompilerServices;

namespace Trawl.Steps.Values;

/// <summary>White space as Unicode has it, with the four information separators: what a word is separated by.</summary>
internal static class WhiteSpace
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(
        "\t\n\v\f\r\u001c\u001d\u001e\u001f\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008" +
        "\u2009\u200a\u2028\u2029\u202f\u205f\u3000 ");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(char c) => (c <= ' ' || c >= '\x85') && Separators.Contains(c);

    /// <summary>Words separated by one space each, written over the text itself; the new length.</summary>
    public static int Collapse(Span<char> text)
    {
        var length = 0;
        var at = 0;
        while (at < text.Length)
        {
            var word = text[at..].IndexOfAnyExcept(Separators);
            if (word < 0) break;
            at += word;
            var end = text[at..].IndexOfAny(Separators);
            var size = end < 0 ? text.Length - at : end;
            if (length > 0) text[length++] = ' ';
            if (length != at) text.Slice(at, size).CopyTo(text[length..]);
            length += size;
            at += size;
        }

        return length;
    }

    public static string Collapse(string text)
    {
        if (!NeedsCollapse(text)) return text;
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(rented);
        var collapsed = new string(rented, 0, Collapse(rented.AsSpan(0, text.Length)));
        ArrayPool<char>.Shared.Return(rented);
        return collapsed;
    }

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept(Separators);
        return start < 0 ? default : text[start..(text.LastIndexOfAnyExcept(Separators) + 1)];
    }

    public static string Trim(string text)
    {
        var trimmed = Trim(text.AsSpan());
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    private static bool NeedsCollapse(ReadOnlySpan<char> text)
    {
        var wasSpace = true;
        while (!text.IsEmpty)
        {
            var next = text.IndexOfAny(Separators);
            if (next < 0) return false;
            if (text[next] != ' ' || (next == 0 && wasSpace) || next == text.Length - 1) return true;
            wasSpace = true;
            text = text[(next + 1)..];
        }

        return false;
    }
}
