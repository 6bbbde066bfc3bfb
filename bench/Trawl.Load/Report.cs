using System.Text.Json;

namespace Trawl.Load;

/// <summary>What a command found: a table for people, the same figures for programs.</summary>
internal sealed class Report(string title, params string[] columns)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, object> _figures = new() { ["command"] = title };

    /// <summary>Whether every bar that this command sets is held.</summary>
    internal bool Holds { get; private set; } = true;

    internal void Row(params object[] cells) => _rows.Add([.. cells.Select(Text)]);

    internal void Note(FormattableString note) => _notes.Add(FormattableString.Invariant(note));

    internal void Figure(string name, object value) => _figures[name] = value;

    internal void Bar(string what, bool holds)
    {
        Holds &= holds;
        _notes.Add($"{(holds ? "holds" : "BROKEN")}: {what}");
        _figures[what] = holds;
    }

    internal void Print(TextWriter output)
    {
        output.WriteLine(title);
        var widths = columns.Select((name, i) => _rows.Select(r => r[i].Length).Append(name.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend(columns))
        {
            output.WriteLine(string.Join(
                "  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
        }

        foreach (var note in _notes)
        {
            output.WriteLine(note);
        }
    }

    internal void Save(string file)
    {
        _figures["table"] = _rows.Select(row => columns.Zip(row).ToDictionary(c => c.First, c => c.Second)).ToArray();
        File.WriteAllText(file, JsonSerializer.Serialize(_figures, s_json));
    }

    private static string Text(object cell) => cell switch
    {
        double number => FormattableString.Invariant($"{number:N1}"),
        IFormattable number => FormattableString.Invariant($"{number:N0}"),
        _ => cell.ToString() ?? "",
    };
}
