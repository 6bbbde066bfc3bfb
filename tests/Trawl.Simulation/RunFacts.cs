using Microsoft.Data.Sqlite;

namespace Trawl.Simulation;

/// <summary>A finished run's own books, read with plain SQL so that no code under test judges itself.</summary>
internal sealed record RunFacts(long State, long Open, long Done, long Failed, long Skipped, long CountedDone, long CountedFailed)
{
    public static RunFacts Read(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "run.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return new RunFacts(
            Number(connection, "SELECT state FROM progress"),
            Number(connection, "SELECT count(*) FROM requests WHERE state < 10"),
            Number(connection, "SELECT count(*) FROM requests WHERE state = 10"),
            Number(connection, "SELECT count(*) FROM requests WHERE state = 11"),
            Number(connection, "SELECT count(*) FROM requests WHERE state = 12"),
            Number(connection, "SELECT done FROM progress"),
            Number(connection, "SELECT failed FROM progress"));
    }

    public IEnumerable<string> Faults()
    {
        if (Open > 0)
        {
            yield return $"{Open} requests have no final state";
        }

        if (Done != CountedDone || Failed != CountedFailed)
        {
            yield return $"the counters say {CountedDone} done, {CountedFailed} failed; the rows {Done} and {Failed}";
        }
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
