using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>Walks the records of one type.</summary>
internal sealed class DatasetCursor : IDisposable
{
    private readonly SqliteStatement _statement;

    internal DatasetCursor(SqliteDatabase database, string type, DatasetPart part)
    {
        _statement = database.Prepare(Sql(part));
        _statement.Bind(1, type);
    }

    /// <summary>
    /// Page by page, each page's records by their ids: nothing is sorted, nothing is looked through twice.
    /// </summary>
    internal static string Sql(DatasetPart part) => part == DatasetPart.Changes
        ? "SELECT CAST(coalesce(after, before) AS BLOB), CASE change WHEN 0 THEN 'new' WHEN 1 THEN 'changed' ELSE 'gone' END, "
            + "CASE change WHEN 1 THEN before END FROM main.changes WHERE type = ?1 ORDER BY name"
        : "SELECT r.payload, CASE WHEN r.status = 1 OR l.verdict = 2 THEN 'quarantined' ELSE 'kept' END, coalesce(l.problems, r.problems) "
        + "FROM temp.pages p CROSS JOIN main.records r ON r.id BETWEEN p.first AND p.last "
        + "LEFT JOIN temp.lost l ON l.record_id = r.id WHERE r.type = ?1 AND "
        + (part == DatasetPart.WithQuarantined
            ? "(r.status = 0 AND l.verdict IS NULL OR r.status = 1 OR l.verdict = 2)"
            : "r.status = 0 AND l.verdict IS NULL")
        + " ORDER BY p.rank, r.id";

    /// <summary>The record as a JSON object; valid until the next move.</summary>
    internal ReadOnlySpan<byte> Payload => _statement.Blob(0);

    /// <summary>A word about it: set aside or not, or what became of it.</summary>
    internal string Mark => _statement.Text(1);

    /// <summary>JSON beside the word: problems, or the record as it was; null for nothing.</summary>
    internal string? Particulars => _statement.NullableText(2);

    internal bool MoveNext() => _statement.Step();

    public void Dispose() => _statement.Dispose();
}
