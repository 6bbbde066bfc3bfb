using System.Text.Json;
using Microsoft.Data.Sqlite;
using Trawl.Model.Plans;
using Trawl.Sdk.Sinks;

namespace Sink.Sqlite;

/// <summary>The table of a record type: a column for each field; lists and maps as JSON.</summary>
internal sealed class RecordTable
{
    private readonly SinkRecordType _type;
    private readonly string _insert;

    public RecordTable(SinkRecordType type)
    {
        _type = type;
        var columns = string.Concat(type.Columns.Select(column => $", {Quote(column.Name)} {TypeOf(column)}"));
        Create = $"CREATE TABLE IF NOT EXISTS {Quote(type.Name)} "
            + $"(_run TEXT NOT NULL, _output TEXT NOT NULL, _number INTEGER NOT NULL{columns}, PRIMARY KEY (_run, _output, _number)) WITHOUT ROWID";
        var values = string.Concat(type.Columns.Select((_, i) => FormattableString.Invariant($", $v{i}")));
        _insert = $"INSERT INTO {Quote(type.Name)} (_run, _output, _number{string.Concat(type.Columns.Select(c => ", " + Quote(c.Name)))}) "
            + $"VALUES ($run, $output, $number{values})";
    }

    public string Create { get; }

    public void Insert(SqliteConnection database, string run, string output, long number, SinkRecord record)
    {
        using var json = record.Parse();
        using var command = database.CreateCommand();
        command.CommandText = _insert;
        command.Parameters.AddWithValue("$run", run);
        command.Parameters.AddWithValue("$output", output);
        command.Parameters.AddWithValue("$number", number);
        for (var i = 0; i < _type.Columns.Count; i++)
            command.Parameters.AddWithValue(FormattableString.Invariant($"$v{i}"), Value(json.RootElement, _type.Columns[i].Name));
        command.ExecuteNonQuery();
    }

    private static object Value(JsonElement record, string name) => !record.TryGetProperty(name, out var value) ? DBNull.Value : value.ValueKind switch
    {
        JsonValueKind.Null => DBNull.Value,
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        // Lists, maps, and decimals to their last digit.
        _ => value.GetRawText(),
    };

    private static string TypeOf(SinkColumn column) => column.Many ? "TEXT" : column.Type switch
    {
        FieldType.Integer or FieldType.Boolean => "INTEGER",
        FieldType.Decimal => "NUMERIC",
        _ => "TEXT",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
