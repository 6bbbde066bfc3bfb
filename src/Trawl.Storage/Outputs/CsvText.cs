using System.Buffers;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Rows by RFC 4180: CRLF behind each, a cell is quoted when it holds a comma, a quote or a line break, or begins or
/// ends with a blank. Nothing else is changed, so that reading gives back what was written.
/// </summary>
internal sealed class CsvText(TextWriter text)
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n");
    private int _cells;

    internal void Write(string cell)
    {
        if (_cells++ > 0)
        {
            text.Write(',');
        }

        if (MustQuote(cell))
        {
            text.Write('"');
            text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
            text.Write('"');
        }
        else
        {
            text.Write(cell);
        }
    }

    internal void EndRow(bool isBlank)
    {
        // A line with nothing on it would be skipped by readers.
        text.Write(isBlank && _cells == 1 ? "\"\"\r\n" : "\r\n");
        _cells = 0;
    }

    private static bool MustQuote(string cell) =>
        cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' ' || cell.AsSpan().ContainsAny(s_special));
}
