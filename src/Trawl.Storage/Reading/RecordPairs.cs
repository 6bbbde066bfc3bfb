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
        using var statement = database.Prepare(
            $"SELECT coalesce(a.type, b.type), coalesce(a.name, b.name), coalesce(a.url, b.url), b.payload, a.payload "
            + $"FROM ({Kept("main")}) a FULL OUTER JOIN ({Kept("earlier")}) b ON a.type = b.type AND a.name = b.name ORDER BY 1, 2");
        while (statement.Step())
        {
            yield return new RecordPair(
                statement.Text(0), statement.Text(1), statement.Text(2), statement.NullableText(3), statement.NullableText(4));
        }
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
