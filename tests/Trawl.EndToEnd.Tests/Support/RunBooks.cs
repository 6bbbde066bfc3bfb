using Microsoft.Data.Sqlite;

namespace Trawl.EndToEnd.Tests.Support;

/// <summary>A run's own books, read with plain SQL so that no code under test judges itself.</summary>
internal sealed class RunBooks(string home)
{
    public bool Exist => Directory.Exists(Path.Combine(home, "runs"))
        && Directory.EnumerateDirectories(Path.Combine(home, "runs")).Any(run => File.Exists(Path.Combine(run, "run.db")));

    public string Folder => Directory.EnumerateDirectories(Path.Combine(home, "runs")).Single();

    public HashSet<string> Done() => [.. Query("SELECT url FROM requests WHERE state = 10")];

    public IReadOnlyList<string> FailedWith(string code) => Query($"SELECT url FROM requests WHERE state = 11 AND code = '{code}'");

    public IReadOnlyList<string> NotFinal() => Query("SELECT url FROM requests WHERE state < 10");

    public string State() => Query("SELECT CAST(state AS TEXT) FROM progress").Single();

    /// <summary>Counters kept along the way beside those counted from the rows.</summary>
    public IReadOnlyList<string> WrongCounters() => Query("""
        SELECT 'done ' || done FROM progress WHERE done <> (SELECT count(*) FROM requests WHERE state = 10)
        UNION ALL SELECT 'failed ' || failed FROM progress WHERE failed <> (SELECT count(*) FROM requests WHERE state = 11)
        UNION ALL SELECT 'skipped ' || skipped FROM progress WHERE skipped <> (SELECT count(*) FROM requests WHERE state = 12)
        UNION ALL SELECT 'journal gap at ' || seq FROM journal WHERE seq > 1 AND seq - 1 NOT IN (SELECT seq FROM journal)
        """);

    public List<string> Query(string sql)
    {
        var rows = new List<string>();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "run.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
