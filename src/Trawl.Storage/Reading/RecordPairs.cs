using Trawl.Engine.Seams.Store;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>Puts the valid records of two runs side by side, by type and key.</summary>
public static class RecordPairs
{
    /// <summary>Every record of either run, one at a time, ordered by type and key.</summary>
    /// <exception cref="RunStoreException">A run cannot be read.</exception>
    public static IEnumerable<RecordPair> Of(string beforeFolder, string afterFolder)
    {
        using var database = Open(beforeFolder, afterFolder);
        // Each run sorted for itself and merged: a join by name would look through all records of the type for each one.
        using var statement = database.Prepare(
            $"SELECT type, name, url, payload, 0 FROM ({Kept("earlier")}) UNION ALL "
            + $"SELECT type, name, url, payload, 1 FROM ({Kept("main")}) ORDER BY 1, 2, 5");
        RecordPair? before = null;
        while (statement.Step())
        {
            var row = Read(statement);
            var isSame = before is not null && row.After is not null && (row.Type, row.Key) == (before.Type, before.Key);
            if (before is not null)
            {
                yield return isSame ? row with { Before = before.Before } : before;
            }

            before = row.Before is null ? null : row;
            if (before is null && !isSame)
            {
                yield return row;
            }
        }

        if (before is not null)
        {
            yield return before;
        }
    }

    /// <summary>A record as it stands in one run.</summary>
    private static RecordPair Read(SqliteStatement statement)
    {
        var (type, name, url, payload) = (statement.Text(0), statement.Text(1), statement.Text(2), statement.Text(3));
        return statement.Int32(4) == 0
            ? new RecordPair(type, name, url, payload, null)
            : new RecordPair(type, name, url, null, payload);
    }

    /// <summary>Kept and not merged or set aside over the whole dataset, each with a name that is its own.</summary>
    private static string Kept(string run) =>
        "SELECT r.type AS type, coalesce(r.key, q.url || ' #' || ((r.id & 16777215) + 1)) AS name, q.url AS url, "
        + $"CAST(r.payload AS TEXT) AS payload FROM {run}.records r JOIN {run}.requests q ON q.id = r.id >> 24 "
        + $"LEFT JOIN {run}.verdicts v ON v.record_id = r.id WHERE r.status = 0 AND v.record_id IS NULL";

    private static SqliteDatabase Open(string beforeFolder, string afterFolder)
    {
        SqliteDatabase? database = null;
        try
        {
            database = RunDatabase.OpenReader(RunFiles.Database(afterFolder));
            using var attach = database.Prepare("ATTACH ?1 AS earlier");
            attach.Bind(1, RunFiles.Database(beforeFolder)).Run();
            return database;
        }
        catch (SqliteException error)
        {
            database?.Dispose();
            throw StoreErrors.From(error);
        }
    }
}
