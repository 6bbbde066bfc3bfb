using Trawl.Engine.Seams.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>The rows that say how far sinks are.</summary>
internal static class SinkTable
{
    private const string Columns = "name, sent, committed, records, repeated, complete";

    internal static SinkRow? Read(SqliteDatabase database, string name)
    {
        using var statement = database.Prepare($"SELECT {Columns} FROM sinks WHERE name = ?1");
        return statement.Bind(1, name).Step() ? Row(statement) : null;
    }

    internal static List<SinkRow> ReadAll(SqliteDatabase database)
    {
        using var statement = database.Prepare($"SELECT {Columns} FROM sinks ORDER BY name");
        var rows = new List<SinkRow>();
        while (statement.Step())
        {
            rows.Add(Row(statement));
        }

        return rows;
    }

    internal static void Save(SqliteDatabase database, string name, SinkPosition position)
    {
        using var statement = database.Prepare($"INSERT OR REPLACE INTO sinks ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        statement.Bind(1, name).Bind(2, position.Sent).Bind(3, position.Committed).Bind(4, position.Records)
            .Bind(5, position.Repeated).Bind(6, position.IsComplete ? 1 : 0).Run();
    }

    private static SinkRow Row(SqliteStatement row) => new(
        row.Text(0), new SinkPosition(row.Int64(1), row.Int64(2), row.Int64(3), row.Int64(4), row.Int64(5) != 0));
}
