namespace Trawl.Pipelines.Syntax;

/// <summary>A pipeline's text and its lines. Lines end at CR LF, LF or CR, as editors count them.</summary>
internal sealed class SourceText
{
    private readonly List<int> _starts = [0];

    public SourceText(string text)
    {
        Text = text;
        for (int i = 0; i < text.Length; i++)
        {
            bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (ends) _starts.Add(i + 1);
        }
    }

    public string Text { get; }

    /// <summary>The place of a character; indexes outside the text are brought to its ends.</summary>
    public TextPlace Locate(int index)
    {
        index = Math.Clamp(index, 0, Text.Length);
        int found = _starts.BinarySearch(index);
        int line = found >= 0 ? found : ~found - 1;
        return new TextPlace(line + 1, index - _starts[line] + 1);
    }

    /// <summary>
    /// Index of the first tab that stands before the first character of a line; -1 when there is none.
    /// </summary>
    public int IndentingTab()
    {
        foreach (int start in _starts)
        {
            int i = start;
            while (i < Text.Length && Text[i] == ' ') i++;
            if (i < Text.Length && Text[i] == '\t' && Text.AsSpan(i)
                .TrimStart("\t ") is [not ('\n' or '\r'), ..]) return i;
        }

        return -1;
    }
}
