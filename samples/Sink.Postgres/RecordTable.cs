using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Trawl.Model.Plans;
using Trawl.Sdk.Sinks;

namespace Sink.Postgres;

/// <summary>The table of a record type: a column for each field; lists and maps as <c>jsonb</c>.</summary>
internal sealed class RecordTable
{
    private readonly SinkRecordType _type;
    private readonly string _insert;

    public RecordTable(string schema, SinkRecordType type)
    {
        _type = type;
        var table = $"{schema}.{Quote(type.Name)}";
        Create = $"CREATE TABLE IF NOT EXISTS {table} (_run text NOT NULL, _output text NOT NULL, _number bigint NOT NULL"
            + string.Concat(type.Columns.Select(column => $", {Quote(column.Name)} {TypeOf(column)}")) + ", PRIMARY KEY (_run, _output, _number))";
        _insert = $"INSERT INTO {table} (_run, _output, _number{string.Concat(type.Columns.Select(column => ", " + Quote(column.Name)))}) "
            + $"VALUES ($1, $2, $3{string.Concat(type.Columns.Select((_, i) => FormattableString.Invariant($", ${i + 4}")))})";
    }

    public string Create { get; }

    public NpgsqlBatchCommand Insert(string run, string output, long number, SinkRecord record)
    {
        using var json = record.Parse();
        var command = new NpgsqlBatchCommand(_insert);
        foreach (var value in new object[] { run, output, number }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        foreach (var column in _type.Columns)
        {
            // As text of no type: the server reads it as the column's.
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Unknown, Value = Value(json.RootElement, column) });
        }

        return command;
    }

    private static object Value(JsonElement record, SinkColumn column)
    {
        if (!record.TryGetProperty(column.Name, out var value) || value.ValueKind == JsonValueKind.Null) return DBNull.Value;
        var text = value.ValueKind == JsonValueKind.String && !IsJson(column) ? value.GetString()! : value.GetRawText();
        // PostgreSQL has no such character in a text.
        return text.Replace("\0", "", StringComparison.Ordinal).Replace("\\u0000", "", StringComparison.Ordinal);
    }

    private static bool IsJson(SinkColumn column) => column.Many || column.Type is FieldType.Object or FieldType.Json;

    private static string TypeOf(SinkColumn column) => IsJson(column) ? "jsonb" : column.Type switch
    {
        FieldType.Integer => "bigint",
        FieldType.Decimal => "numeric",
        FieldType.Boolean => "boolean",
        FieldType.Date => "date",
        FieldType.DateTime => "timestamptz",
        _ => "text",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
