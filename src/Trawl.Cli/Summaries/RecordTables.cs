using System.Text.Json;
using Trawl.Api.Records;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>Records of one type as a table: their fields are the columns.</summary>
internal static class RecordTables
{
    private const int LongestCell = 60;

    /// <summary>A few of their columns, for a sample: long ones such as addresses and texts left out.</summary>
    public static TextTable Sample(IReadOnlyList<RecordInfo> records, int columns) => Of(records, [.. records.Take(1)
        .SelectMany(r => r.Data.EnumerateObject())
        .Where(p => p.Value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            || (p.Value.GetRawText().Length < LongestCell && p.Value.ValueKind == JsonValueKind.String
                && !p.Value.GetString()!.Contains("://", StringComparison.Ordinal)))
        .Select(p => p.Name).Take(columns)]);

    public static TextTable Of(IReadOnlyList<RecordInfo> records) =>
        Of(records, [.. records.Take(1).SelectMany(r => r.Data.EnumerateObject()).Select(p => p.Name)]);

    private static TextTable Of(IReadOnlyList<RecordInfo> records, string[] names)
    {
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
