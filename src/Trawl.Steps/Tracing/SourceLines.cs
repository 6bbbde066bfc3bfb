namespace Trawl.Steps.Tracing;

/// <summary>Turns offsets of a text into lines and columns; a line ends with LF, CR LF or CR, as in HTML.</summary>
internal sealed class SourceLines
{
    private readonly List<int> _starts = [0];

    public SourceLines(string text)
    {
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>Line and column, both from 1.</summary>
    public (int Line, int Column) Of(int offset)
    {
        var index = _starts.BinarySearch(offset);
        if (index < 0) index = ~index - 1;
        return (index + 1, offset - _starts[index] + 1);
    }
}
