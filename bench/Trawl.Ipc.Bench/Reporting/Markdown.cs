using System.Text;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Builds a page out of paragraphs and tables.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder _text = new();

    internal void Text(string paragraph) => _text.Append(paragraph).Append("\n\n");

    internal void Heading(string text) => Text($"## {text}");

    /// <summary>The first column is text, all others are numbers.</summary>
    internal void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(columns);
        Row([.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in rows) Row(row);
        _text.Append('\n');
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
