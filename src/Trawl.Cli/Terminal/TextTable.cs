using System.Text;

namespace Trawl.Cli.Terminal;

/// <summary>Columns of text. The widest of the columns that may shrink gives way when the terminal is narrow.</summary>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const string Gap = "  ";
    private readonly List<string[]> _rows = [];

    public int Count => _rows.Count;

    public void Add(params string?[] cells) => _rows.Add([.. cells.Select(SafeText.Line)]);

    public IEnumerable<string> Lines(int width, Style style)
    {
        var widths = Widths(width);
        if (columns.Any(c => c.Title.Length > 0))
        {
            yield return style.Bold(Line([.. columns.Select(c => c.Title)], widths));
        }

        foreach (var row in _rows)
        {
            yield return Line(row, widths);
        }
    }

    private int[] Widths(int width)
    {
        var widths = new int[columns.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(SafeText.Width(columns[i].Title), _rows.Select(r => SafeText.Width(r[i])).DefaultIfEmpty().Max());
        }

        var over = widths.Sum() + (Gap.Length * (widths.Length - 1)) - Math.Max(width, 0);
        while (over > 0 && Widest(widths) is { } widest)
        {
            widths[widest]--;
            over--;
        }

        return widths;
    }

    private int? Widest(int[] widths)
    {
        int? widest = null;
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].MayShrink && widths[i] > 8 && (widest is null || widths[i] > widths[widest.Value]))
            {
                widest = i;
            }
        }

        return widest;
    }

    private string Line(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = SafeText.Cut(cells[i], widths[i]);
            var blank = new string(' ', Math.Max(0, widths[i] - SafeText.Width(cell)));
            line.Append(i > 0 ? Gap : "").Append(columns[i].IsRight ? blank + cell : cell + blank);
        }

        return line.ToString().TrimEnd();
    }
}
