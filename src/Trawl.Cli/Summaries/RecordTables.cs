using System.Text.Json;
using Trawl.Api.Records;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>Records of one type as a table: their fields are the columns.</summary>
internal static class RecordTables
{
    private const int LongestCell = 60;

    public static TextTable Of(IReadOnlyList<RecordInfo> records, int columns = int.MaxValue)
    {
        var names = records.Count == 0
            ? []
            : records[0].Data.EnumerateObject().Select(p => p.Name).Take(columns).ToArray();
        var table = new TextTable([.. names.Select(n => new TextColumn(n, IsNumber(records[0].Data.GetProperty(n)), MayShrink: true))]);
        foreach (var record in records)
        {
            table.Add([.. names.Select(n => Cell(record.Data, n))]);
        }

        return table;
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static string Cell(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var value))
        {
            return "";
        }

        return SafeText.Cut(SafeText.Line(value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => value.GetString(),
            _ => value.GetRawText(),
        }), LongestCell);
    }
}
