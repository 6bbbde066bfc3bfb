using System.Text.Json;
using Trawl.Model.Records;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>Reads records and their counts.</summary>
internal static class RecordRows
{
    private const string Status = "CASE v.verdict WHEN 2 THEN 1 WHEN 3 THEN 2 ELSE r.status END";

    internal static List<RecordRow> Query(SqliteDatabase database, RecordQuery query)
    {
        var filter =
            (query.Type is null ? "" : " AND r.type = ?2") + (query.Status is null ? "" : $" AND {Status} = ?3");
        using var statement = database.Prepare(
            $"SELECT r.id, q.url, r.type, {Status}, v.verdict = 1, r.key, r.payload, coalesce(v.problems, r.problems) "
            + "FROM records r JOIN requests q ON q.id = r.id >> 24 LEFT JOIN verdicts v ON v.record_id = r.id "
            + $"WHERE r.id > ?1 AND r.id <= ?5 {filter} ORDER BY r.id LIMIT ?4");
        var after = Math.Max(query.After, query.RequestId is { } first ? RecordId.First(first) - 1 : 0);
        statement.Bind(1, after).Bind(4, query.Limit)
            .Bind(5, query.RequestId is { } last ? RecordId.Last(last) : long.MaxValue);
        if (query.Type is not null)
        {
            statement.Bind(2, query.Type);
        }

        if (query.Status is { } status)
        {
            statement.Bind(3, (long)status);
        }

        var rows = new List<RecordRow>();
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        return rows;
    }

    internal static List<RecordCount> Counts(SqliteDatabase database)
    {
        using var statement = database.Prepare(
            """
            SELECT type, sum(kept), sum(merged), sum(aside), sum(dropped) FROM (
              SELECT type, iif(status = 0, count, 0) AS kept, 0 AS merged, iif(status = 1, count, 0) AS aside,
                iif(status = 2, count, 0) AS dropped FROM record_counts
              UNION ALL
              SELECT type, -(verdict <> 1), verdict = 1, verdict = 2, verdict = 3 FROM verdicts)
            GROUP BY type ORDER BY type
            """);
        var counts = new List<RecordCount>();
        while (statement.Step())
        {
            counts.Add(new RecordCount(
                statement.Text(0), statement.Int64(1), statement.Int64(2), statement.Int64(3), statement.Int64(4)));
        }

        return counts;
    }

    private static RecordRow Read(SqliteStatement row)
    {
        var id = row.Int64(0);
        return new RecordRow(
            id,
            RecordId.Request(id),
            row.Text(1),
            RecordId.Ordinal(id),
            row.Text(2),
            (RecordStatus)row.Int32(3),
            row.Int64(4) != 0,
            row.NullableText(5),
            row.Blob(6).ToArray(),
            Problems(row.NullableText(7)));
    }

    private static IReadOnlyList<RecordProblem> Problems(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, StorageJson.Default.IReadOnlyListRecordProblem) ?? [];
}
