using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Stores the judge's decisions and keeps the run's counters true to them. Repeating it changes nothing.
/// </summary>
internal static class Verdicts
{
    internal static void Save(SqliteDatabase database)
    {
        var quarantined = Count(database, "temp.lost", Verdict.Quarantined)
            - Count(database, "main.verdicts", Verdict.Quarantined);
        var dropped = Count(database, "temp.lost", Verdict.Dropped) - Count(database, "main.verdicts", Verdict.Dropped);
        database.Execute(
            $"""
            DELETE FROM main.verdicts;
            INSERT INTO main.verdicts (record_id, type, verdict, problems)
              SELECT record_id, type, verdict, problems FROM temp.lost;
            UPDATE main.progress SET records = records - ({quarantined + dropped}),
              quarantined = quarantined + ({quarantined}), dropped = dropped + ({dropped});
            """);
    }

    private static long Count(SqliteDatabase database, string table, Verdict verdict) =>
        database.Scalar($"SELECT count(*) FROM {table} WHERE verdict = {(int)verdict}");
}
