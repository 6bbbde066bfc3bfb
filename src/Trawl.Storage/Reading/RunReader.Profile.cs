using System.Text.Json;
using Trawl.Model.Changes;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <content>What a run's profile is made of.</content>
public sealed partial class RunReader
{
    /// <summary>
    /// Shows every record that is published or set aside; those that another of the same key comes before are neither.
    /// Reads them once, in the order of their ids, and holds none.
    /// </summary>
    public void VisitRecords(RecordVisitor visitor, CancellationToken cancellationToken) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT r.type, r.payload, r.status = 0 AND v.verdict IS NULL FROM records r LEFT JOIN verdicts v ON v.record_id = r.id "
            + "WHERE r.status IN (0, 1) AND coalesce(v.verdict, 2) = 2 ORDER BY r.id");
        while (statement.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            visitor(statement.Text(0), statement.Blob(1), statement.Int64(2) != 0);
        }

        return true;
    });

    /// <summary>Processed pages by the rules that fit them: their names separated by commas, empty for none.</summary>
    public IReadOnlyDictionary<string, long> PagesByRules() => Guard(() => Counts(
        "SELECT coalesce(rules, ''), count(*) FROM requests WHERE state = 10 AND kind = 0 AND redirected_to IS NULL GROUP BY 1",
        row => row.Text(0)));

    /// <summary>Fetched requests by status; 0 for those that gave no usable answer.</summary>
    public IReadOnlyDictionary<int, long> Statuses() => Guard(() => Counts(
        "SELECT CASE WHEN state = 11 AND status < 400 THEN 0 ELSE coalesce(status, 0) END, count(*) FROM requests "
        + "WHERE state IN (10, 11) GROUP BY 1",
        row => row.Int32(0)));

    /// <summary>The run's profile and what was said of it, as they were stored; null before it completed.</summary>
    public (byte[] Profile, byte[] Verdict)? Profile() => Guard<(byte[], byte[])?>(() =>
    {
        using var statement = _database.Prepare("SELECT profile, verdict FROM profile");
        return statement.Step() ? (statement.Blob(0).ToArray(), statement.Blob(1).ToArray()) : null;
    });

    /// <summary>What changed since the earlier run that this one goes on from; null before its end, and where there is none.</summary>
    public ChangeReport? Changes() => Guard(() =>
    {
        using var statement = _database.Prepare("SELECT counts FROM comparison");
        return statement.Step() ? JsonSerializer.Deserialize(statement.Blob(0), StorageJson.Default.ChangeReport) : null;
    });

    private Dictionary<T, long> Counts<T>(string sql, Func<SqliteStatement, T> key)
        where T : notnull
    {
        using var statement = _database.Prepare(sql);
        var counts = new Dictionary<T, long>();
        while (statement.Step())
        {
            counts[key(statement)] = statement.Int64(1);
        }

        return counts;
    }
}
