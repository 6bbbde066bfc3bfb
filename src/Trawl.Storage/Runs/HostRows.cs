using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Reads hosts as the engine needs them when it opens a run.</summary>
internal static class HostRows
{
    internal const string Columns = "id, name, queued, next_allowed_at, delay, failures, left_leased";

    /// <summary>
    /// Hosts with requests that are queued or wait, and those that must be left alone for a while, because a link may
    /// lead to one again before its time. Found by indexes: hosts that are done with do not count.
    /// </summary>
    internal static List<HostRow> WithWork(SqliteDatabase database, DateTimeOffset now)
    {
        using var statement = database.Prepare(
            $"SELECT {Columns} FROM hosts WHERE id IN "
            + "(SELECT id FROM hosts WHERE queued + waiting > 0 UNION SELECT id FROM hosts WHERE next_allowed_at > ?1) "
            + "ORDER BY id");
        return All(statement.Bind(1, Times.Store(now)));
    }

    internal static List<HostRow> All(SqliteStatement statement)
    {
        var rows = new List<HostRow>();
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        return rows;
    }

    private static HostRow Read(SqliteStatement statement) => new(
        statement.Int64(0),
        statement.Text(1),
        statement.Int64(2),
        Times.Read(statement.Int64(3)),
        statement.NullableInt64(4) is { } delay ? Times.Span(delay) : null,
        statement.Int32(5),
        statement.Int64(6) != 0);
}
