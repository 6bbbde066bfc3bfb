namespace Trawl.Pipelines.Syntax;

/// <summary>Maps a character of a scalar's value to its index in the source, through quotes and escapes.</summary>
internal static class ScalarOffsets
{
    /// <summary>The index of the value's character; for block and multi-line scalars the start of the scalar.</summary>
    public static int IndexOf(ScalarNode node, int offset, string source)
    {
        int start = AfterProperties(node.Start, source);
        int end = Math.Min(node.End, source.Length);
        if (start >= end || source.AsSpan(start, end - start).IndexOfAny('\n', '\r') >= 0) return node.Start;
        int index = node.Style switch
        {
            ScalarStyle.Plain => start + offset,
            ScalarStyle.Single => Walk(start + 1, offset, source, SingleStep),
            ScalarStyle.Double => Walk(start + 1, offset, source, DoubleStep),
            _ => node.Start,
        };
        return Math.Min(index, end);
    }

    /// <summary>An anchored scalar begins, for the parser, at its anchor.</summary>
    private static int AfterProperties(int start, string source)
    {
        if (start >= source.Length || source[start] != '&') return start;
        int i = start;
        while (i < source.Length && !char.IsWhiteSpace(source[i])) i++;
        while (i < source.Length && source[i] is ' ' or '\t') i++;
        return i;
    }

    private static int Walk(int index, int offset, string source, Func<string, int, (int Read, int Made)> step)
    {
        while (offset > 0 && index < source.Length)
        {
            var (read, made) = step(source, index);
            index += read;
            offset -= made;
        }

        return index;
    }

    private static (int Read, int Made) SingleStep(string source, int index) => source[index] == '\'' ? (2, 1) : (1, 1);

    private static (int Read, int Made) DoubleStep(string source, int index)
    {
        if (source[index] != '\\' || index + 1 >= source.Length) return (1, 1);
        return source[index + 1] switch
        {
            'x' => (4, 1),
            'u' => (6, 1),
            // Beyond U+FFFF one escape makes two UTF-16 units.
            'U' => (10, source.AsSpan(index + 2).StartsWith("0000") ? 1 : 2),
            _ => (2, 1),
        };
    }
}
