using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>Walks the records of one type.</summary>
internal sealed class DatasetCursor : IDisposable
{
    private readonly SqliteStatement _statement;

    internal DatasetCursor(SqliteDatabase database, string type, bool withQuarantined)
    {
        _statement = database.Prepare(Sql(withQuarantined));
        _statement.Bind(1, type);
    }

    /// <summary>
    /// Page by page, each page's records by their ids: nothing is sorted, nothing is looked through twice.
    /// </summary>
    internal static string Sql(bool withQuarantined) =>
        "SELECT r.payload, r.status = 1 OR l.verdict = 2, coalesce(l.problems, r.problems) "
        + "FROM temp.pages p CROSS JOIN main.records r ON r.id BETWEEN p.first AND p.last "
        + "LEFT JOIN temp.lost l ON l.record_id = r.id WHERE r.type = ?1 AND "
        + (withQuarantined
            ? "(r.status = 0 AND l.verdict IS NULL OR r.status = 1 OR l.verdict = 2)"
            : "r.status = 0 AND l.verdict IS NULL")
        + " ORDER BY p.rank, r.id";

    /// <summary>The record as a JSON object; valid until the next move.</summary>
    internal ReadOnlySpan<byte> Payload => _statement.Blob(0);

    internal bool IsQuarantined => _statement.Int64(1) != 0;

    /// <summary>A JSON array of problems; null when there is none.</summary>
    internal string? Problems => _statement.NullableText(2);

    internal bool MoveNext() => _statement.Step();

    public void Dispose() => _statement.Dispose();
}
