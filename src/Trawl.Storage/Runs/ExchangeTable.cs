using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Stores where the run's exchanges stand in its capture.</summary>
internal sealed class ExchangeTable(SqliteDatabase database)
{
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO exchanges (subject, attempt, file, offset, length, body_file, body_offset, started_at, duration, "
        + "status, error, digest, url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");

    private readonly SqliteStatement _nextOfRobots = database.Prepare(
        "SELECT coalesce(max(attempt), -1) + 1 FROM exchanges WHERE subject = ?1");

    private readonly SqliteStatement _file = database.Prepare(
        "INSERT INTO capture_files (number, length) VALUES (?1, ?2) "
        + "ON CONFLICT (number) DO UPDATE SET length = excluded.length");

    internal void Add(CaptureCommit capture)
    {
        foreach (var exchange in capture.Exchanges)
        {
            Add(exchange);
        }

        foreach (var file in capture.Files)
        {
            _file.Bind(1, file.Number).Bind(2, file.Length).Run();
        }
    }

    private void Add(ExchangeRow row)
    {
        var subject = ExchangeRows.Subject(row.RequestId, row.RobotsOf);
        _insert.Bind(1, subject).Bind(2, row.RequestId is null ? NextOfRobots(subject) : row.Attempt)
            .Bind(3, row.File).Bind(4, row.Offset).Bind(5, row.Length)
            .Bind(6, row.BodyAt?.File).Bind(7, row.BodyAt?.Offset)
            .Bind(8, ExchangeRows.Ticks(row.StartedAt)).Bind(9, row.Duration.Ticks)
            .Bind(10, row.Status).Bind(11, (long?)row.Error);
        _ = row.Digest.IsEmpty ? _insert.BindNull(12) : _insert.Bind(12, row.Digest.Span);
        _insert.Bind(13, row.Url).Run();
    }

    private long NextOfRobots(long subject)
    {
        _nextOfRobots.Bind(1, subject).Step();
        var next = _nextOfRobots.Int64(0);
        _nextOfRobots.Reset();
        return next;
    }
}
