using Microsoft.Data.Sqlite;

namespace Trawl.Cancel.Bench;

/// <summary>A run's own books, read with plain SQL so that no code under test judges itself.</summary>
internal static class Books
{
    private static readonly string[] s_rules =
    [
        "SELECT 'integrity: ' || integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
        "SELECT 'done is counted as ' || done FROM progress WHERE done <> (SELECT count(*) FROM requests WHERE state = 10)",
        "SELECT 'failed is counted as ' || failed FROM progress WHERE failed <> (SELECT count(*) FROM requests WHERE state = 11)",
        "SELECT 'skipped is counted as ' || skipped FROM progress WHERE skipped <> (SELECT count(*) FROM requests WHERE state = 12)",
        "SELECT 'journal gap at ' || seq FROM journal WHERE seq > 1 AND seq - 1 NOT IN (SELECT seq FROM journal)",
        "SELECT key || ' is there ' || count(*) || ' times' FROM records GROUP BY type, key HAVING count(*) > 1",
        "SELECT 'pages done and records differ' FROM progress WHERE (SELECT count(*) FROM records) <> (SELECT count(*) FROM requests WHERE state = 10)",
        "SELECT 'nothing in the journal says why' FROM progress WHERE state IN (2, 6) AND NOT EXISTS (SELECT 1 FROM journal WHERE kind IN (6, 7))",
    ];

    static Books() => SQLitePCL.Batteries_V2.Init();

    /// <summary>All that is not as it must be after an end from outside.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="isFinal">Whether the run can never go on: then nothing is left to do.</param>
    public static IReadOnlyList<string> Faults(string folder, bool isFinal) =>
    [
        .. s_rules.SelectMany(rule => Query(folder, rule)),
        .. isFinal ? Query(folder, "SELECT url || ' is not final' FROM requests WHERE state < 10") : [],
    ];

    public static List<string> Query(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "run.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
