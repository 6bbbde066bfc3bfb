using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Reads stored robots.txt files.</summary>
internal static class RobotsTable
{
    internal static RobotsRecord? Read(SqliteDatabase database, long hostId)
    {
        using var statement = database.Prepare(
            "SELECT fetched_at, status, body, unreachable FROM robots WHERE host_id = ?1");
        return statement.Bind(1, hostId).Step()
            ? new RobotsRecord(
                Times.Read(statement.Int64(0)),
                statement.Int32(1),
                statement.Blob(2).ToArray(),
                statement.Int64(3) != 0)
            : null;
    }
}
