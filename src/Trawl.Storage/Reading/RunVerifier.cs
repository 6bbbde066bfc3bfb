using Trawl.Engine.Seams.Store;
using Trawl.Model.Runs;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>
/// Counts a run anew and checks what must always hold, for tests and <c>trawl doctor</c>. Reads every row: seconds for
/// a million requests.
/// </summary>
public static class RunVerifier
{
    /// <summary>Each must be 0; the text is what is wrong when it is not.</summary>
    private static readonly (string Problem, string Sql)[] s_checks =
    [
        .. Counter("queued", 0), .. Counter("leased", 1), .. Counter("waiting", 2), .. Counter("parked", 3),
        .. Counter("done", 10), .. Counter("failed", 11), .. Counter("skipped", 12),
        ("the counter of attempts is off by",
            "SELECT attempts - (SELECT coalesce(sum(attempts), 0) FROM requests) FROM progress"),
        ("the counter of records is off by",
            "SELECT p.records - (SELECT count(*) FROM records r LEFT JOIN verdicts v ON v.record_id = r.id "
            + "WHERE r.status = 0 AND coalesce(v.verdict, 1) = 1) FROM progress p"),
        ("the counter of quarantined records is off by",
            "SELECT p.quarantined - (SELECT count(*) FROM records r LEFT JOIN verdicts v ON v.record_id = r.id "
            + "WHERE r.status = 1 OR v.verdict = 2) FROM progress p"),
        ("the counter of dropped records is off by",
            "SELECT p.dropped - (SELECT count(*) FROM records r LEFT JOIN verdicts v ON v.record_id = r.id "
            + "WHERE r.status = 2 OR v.verdict = 3) FROM progress p"),
        ("types whose records are miscounted",
            "SELECT count(*) FROM record_counts c WHERE c.count <> "
            + "(SELECT count(*) FROM records r WHERE r.type = c.type AND r.status = c.status)"),
        ("hosts whose queued requests are miscounted",
            "SELECT count(*) FROM (SELECT host_id, sum(n) AS off FROM (SELECT id AS host_id, -queued AS n FROM hosts "
            + "WHERE queued <> 0 UNION ALL SELECT host_id, 1 FROM requests WHERE state = 0) "
            + "GROUP BY host_id HAVING off <> 0)"),
        ("hosts whose waiting requests are miscounted",
            "SELECT count(*) FROM (SELECT host_id, sum(n) AS off FROM (SELECT id AS host_id, -waiting AS n FROM hosts "
            + "WHERE waiting <> 0 UNION ALL SELECT host_id, 1 FROM requests WHERE state = 2) "
            + "GROUP BY host_id HAVING off <> 0)"),
        ("requests whose host is missing",
            "SELECT count(*) FROM requests WHERE host_id NOT IN (SELECT id FROM hosts)"),
        ("requests whose parent is missing",
            "SELECT count(*) FROM requests WHERE parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM requests)"),
        ("requests in an unknown state",
            "SELECT count(*) FROM requests WHERE state NOT IN (0, 1, 2, 3, 10, 11, 12)"),
        ("requests that wait for no time", "SELECT count(*) FROM requests WHERE state = 2 AND not_before IS NULL"),
        ("settled requests without a time", "SELECT count(*) FROM requests WHERE state >= 10 AND settled_at IS NULL"),
        ("failed or skipped requests without a code",
            "SELECT count(*) FROM requests WHERE state IN (11, 12) AND code IS NULL"),
        ("requests whose records are miscounted",
            "SELECT count(*) FROM requests q WHERE coalesce(q.records, 0) <> (SELECT count(*) FROM records r "
            + "WHERE r.id BETWEEN q.id << 24 AND (q.id << 24) + 16777215)"),
        ("records without their request",
            "SELECT count(*) FROM records WHERE id >> 24 NOT IN (SELECT id FROM requests)"),
        ("gaps in the journal", "SELECT coalesce(max(seq), 0) - count(*) FROM journal"),
        ("recorded exchanges that reach beyond their file",
            "SELECT count(*) FROM exchanges e LEFT JOIN capture_files f ON f.number = e.file "
            + "WHERE f.length IS NULL OR e.offset + e.length > f.length"),
        ("recorded exchanges of nobody",
            "SELECT count(*) FROM exchanges WHERE (subject > 0 AND subject NOT IN (SELECT id FROM requests)) "
            + "OR (subject < 0 AND -subject NOT IN (SELECT id FROM hosts))"),
        ("requests unsettled although the run is over",
            "SELECT count(*) FROM requests, progress WHERE progress.state >= "
            + $"{(int)RunState.Publishing} AND requests.state < 10"),
    ];

    /// <summary>What is wrong with the run in a folder; empty when nothing is.</summary>
    /// <exception cref="RunStoreException">It cannot be read at all.</exception>
    public static IReadOnlyList<string> Verify(string folder)
    {
        try
        {
            using var database = RunDatabase.OpenReader(RunFiles.Database(folder));
            ReaderSchema.Require(database);
            database.Execute("BEGIN");
            return [.. Integrity(database), .. s_checks.Select(c => Check(database, c)).OfType<string>()];
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    private static IEnumerable<(string Problem, string Sql)> Counter(string column, int state) =>
    [
        ($"the counter of {column} requests is off by",
            $"SELECT {column} - (SELECT count(*) FROM requests WHERE state = {state}) FROM progress"),
    ];

    private static string? Check(SqliteDatabase database, (string Problem, string Sql) check) =>
        database.Scalar(check.Sql) is var count && count != 0 ? $"{check.Problem}: {count}" : null;

    private static IEnumerable<string> Integrity(SqliteDatabase database)
    {
        using var statement = database.Prepare("PRAGMA integrity_check(20)");
        var problems = new List<string>();
        while (statement.Step())
        {
            if (statement.Text(0) != "ok")
            {
                problems.Add($"damaged: {statement.Text(0)}");
            }
        }

        return problems;
    }
}
