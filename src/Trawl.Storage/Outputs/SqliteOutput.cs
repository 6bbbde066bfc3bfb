using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// A database with one table a record type, its rows in canonical order. One transaction from an empty file: the same
/// records give the same bytes with the same version of SQLite (the version stands in the file's header).
/// </summary>
internal static class SqliteOutput
{
    internal static Dictionary<string, long> Write(
        string path,
        IReadOnlyList<RecordType> types,
        Dataset dataset,
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        File.Delete(path);
        using var database = SqliteDatabase.Open(path, SqliteOpenMode.Create);
        // Nobody sees the file before it is complete and flushed, so a journal would protect nothing.
        database.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            counts[type.Name] = WriteTable(database, type, dataset, part, cancellationToken);
        }

        database.Execute("COMMIT");
        return counts;
    }

    private static long WriteTable(
        SqliteDatabase database, RecordType type, Dataset dataset, DatasetPart part, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", type.Fields.Select(f => $"{Quote(f.Name)} {TypeOf(f)}"));
        var marks = part.Marks();
        database.Execute($"CREATE TABLE {Quote(type.Name)} ({columns}{string.Concat(marks.Select(mark => $", {mark} TEXT"))})");
        var places =
            string.Join(", ", Enumerable.Range(1, type.Fields.Count + marks.Count).Select(i => $"?{i}"));
        using var insert = database.Prepare($"INSERT INTO {Quote(type.Name)} VALUES ({places})");
        using var cursor = dataset.Read(type.Name, part);
        var count = 0L;
        for (; cursor.MoveNext(); count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            BindRecord(insert, type, cursor);
            if (marks.Count > 0)
            {
                insert.Bind(type.Fields.Count + 1, cursor.Mark).Bind(type.Fields.Count + 2, cursor.Particulars);
            }

            insert.Run();
        }

        return count;
    }

    private static void BindRecord(SqliteStatement insert, RecordType type, DatasetCursor cursor)
    {
        var reader = new Utf8JsonReader(cursor.Payload);
        using var record = JsonDocument.ParseValue(ref reader);
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var value = record.RootElement.TryGetProperty(type.Fields[i].Name, out var found) ? found : default;
            Bind(insert, i + 1, value);
        }
    }

    private static void Bind(SqliteStatement insert, int index, JsonElement value)
    {
        _ = value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => insert.BindNull(index),
            JsonValueKind.True => insert.Bind(index, 1),
            JsonValueKind.False => insert.Bind(index, 0),
            JsonValueKind.String => insert.Bind(index, JsonText.Read(value)),
            JsonValueKind.Number when value.TryGetInt64(out var number) => insert.Bind(index, number),
            _ => insert.Bind(index, value.GetRawText()),
        };
    }

    /// <summary>NUMERIC keeps a decimal as a number when that loses nothing, and as text otherwise.</summary>
    private static string TypeOf(FieldPlan field) => field switch
    {
        { Many: true } => "TEXT",
        { Type: FieldType.Integer or FieldType.Boolean } => "INTEGER",
        { Type: FieldType.Decimal } => "NUMERIC",
        _ => "TEXT",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
