using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>The stored form of an exchange.</summary>
internal static class ExchangeRows
{
    internal const string Select =
        "SELECT subject, attempt, file, offset, length, body_file, body_offset, started_at, duration, status, error, "
        + "digest, url FROM exchanges";

    /// <summary>What an exchange was for, as one number: a request, or a host's robots.txt.</summary>
    internal static long Subject(long? requestId, long? robotsOf) =>
        requestId ?? -(robotsOf ?? throw new ArgumentException("An exchange is for a request or for a host's robots.txt."));

    internal static long Ticks(DateTimeOffset time) => time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;

    internal static IReadOnlyList<CaptureFile> Files(SqliteDatabase database)
    {
        using var statement = database.Prepare("SELECT number, length FROM capture_files ORDER BY number");
        var files = new List<CaptureFile>();
        while (statement.Step())
        {
            files.Add(new CaptureFile(statement.Int32(0), statement.Int64(1)));
        }

        return files;
    }

    internal static IReadOnlyList<ExchangeTotals> Totals(SqliteDatabase database)
    {
        using var statement = database.Prepare("""
            SELECT file, count(*), sum(status > 0), sum(body_file IS NOT NULL), sum(error IS NOT NULL OR status >= 400)
            FROM exchanges GROUP BY file ORDER BY file
            """);
        var totals = new List<ExchangeTotals>();
        while (statement.Step())
        {
            totals.Add(new ExchangeTotals(
                statement.Int32(0), statement.Int64(1), statement.Int64(2), statement.Int64(3), statement.Int64(4)));
        }

        return totals;
    }

    internal static List<ExchangeRow> All(SqliteStatement statement)
    {
        var rows = new List<ExchangeRow>();
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        statement.Reset();
        return rows;
    }

    private static ExchangeRow Read(SqliteStatement row) => new()
    {
        RequestId = row.Int64(0) > 0 ? row.Int64(0) : null,
        RobotsOf = row.Int64(0) < 0 ? -row.Int64(0) : null,
        Attempt = row.Int32(1),
        File = row.Int32(2),
        Offset = row.Int64(3),
        Length = row.Int64(4),
        BodyAt = row.NullableInt64(5) is { } file ? new CapturePlace((int)file, row.Int64(6)) : null,
        StartedAt = DateTimeOffset.UnixEpoch.AddTicks(row.Int64(7)),
        Duration = new TimeSpan(row.Int64(8)),
        Status = row.Int32(9),
        Error = row.NullableInt64(10) is { } error ? (FetchErrorKind)error : null,
        Digest = row.Blob(11).ToArray(),
        Url = row.NullableText(12),
    };
}
