using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>
/// Finds exchanges in a run's capture, beside the engine that writes it; sees what is committed. For any number of
/// threads. All calls throw <see cref="RunStoreException"/> when the file cannot be read.
/// </summary>
public sealed class ExchangeIndex : IDisposable
{
    private const int Piece = 500;

    private readonly Lock _lock = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _one;
    private readonly SqliteStatement _ofSubject;
    private readonly SqliteStatement _byFingerprint;
    private readonly SqliteStatement _byUrl;
    private readonly SqliteStatement _after;

    private ExchangeIndex(SqliteDatabase database)
    {
        _database = database;
        _one = database.Prepare($"{ExchangeRows.Select} WHERE subject = ?1 AND attempt = ?2");
        _ofSubject = database.Prepare($"{ExchangeRows.Select} WHERE subject = ?1 ORDER BY attempt");
        _byFingerprint = database.Prepare("SELECT id FROM requests WHERE fingerprint = ?1");
        _after = database.Prepare($"{ExchangeRows.Select} WHERE (subject, attempt) > (?1, ?2) ORDER BY subject, attempt LIMIT ?3");
        _byUrl = database.Prepare("SELECT id FROM requests WHERE url = ?1 ORDER BY id LIMIT 1");
    }

    /// <exception cref="RunStoreException">There is no run in the folder, or it cannot be read.</exception>
    public static ExchangeIndex Open(string runFolder)
    {
        SqliteDatabase? database = null;
        try
        {
            database = RunDatabase.OpenReader(RunFiles.Database(runFolder));
            ReaderSchema.Require(database);
            return new ExchangeIndex(database);
        }
        catch (Exception error)
        {
            database?.Dispose();
            if (error is SqliteException sqlite)
            {
                throw StoreErrors.From(sqlite);
            }

            throw;
        }
    }

    /// <summary>The exchange of an attempt; null when it was not captured.</summary>
    public ExchangeRow? Find(long requestId, int attempt) =>
        Read(() => ExchangeRows.All(_one.Bind(1, requestId).Bind(2, attempt))).FirstOrDefault();

    /// <summary>All exchanges of a request, in the order of its attempts.</summary>
    public IReadOnlyList<ExchangeRow> OfRequest(long requestId) =>
        Read(() => ExchangeRows.All(_ofSubject.Bind(1, ExchangeRows.Subject(requestId, null))));

    /// <summary>All exchanges made for a host's robots.txt, redirects included, in their order.</summary>
    public IReadOnlyList<ExchangeRow> OfRobots(long hostId) =>
        Read(() => ExchangeRows.All(_ofSubject.Bind(1, ExchangeRows.Subject(null, hostId))));

    /// <summary>The request with that canonical URL: its GET when there is one; null when the run has none.</summary>
    public long? RequestOf(string canonicalUrl) => Read(() =>
        Id(_byFingerprint.Bind(1, Fingerprint.Of("GET", canonicalUrl, []).ToArray().AsSpan())) ?? Id(_byUrl.Bind(1, canonicalUrl)));

    /// <summary>The capture's files with the lengths that hold.</summary>
    public IReadOnlyList<CaptureFile> Files() => Read(() => ExchangeRows.Files(_database));

    /// <summary>Exchanges in the capture.</summary>
    public long Count() => Read(() => _database.Scalar("SELECT count(*) FROM exchanges"));

    /// <summary>All exchanges: those for robots.txt first, then by request and attempt. Read in pieces while it is asked for.</summary>
    public IEnumerable<ExchangeRow> All()
    {
        var (subject, attempt) = (long.MinValue, 0);
        while (true)
        {
            var rows = Read(() => ExchangeRows.All(_after.Bind(1, subject).Bind(2, attempt).Bind(3, Piece)));
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Piece)
            {
                yield break;
            }

            (subject, attempt) = (ExchangeRows.Subject(rows[^1].RequestId, rows[^1].RobotsOf), rows[^1].Attempt);
        }
    }

    /// <summary>The exchanges in numbers, file by file.</summary>
    public IReadOnlyList<ExchangeTotals> Totals() => Read(() => ExchangeRows.Totals(_database));

    public void Dispose()
    {
        lock (_lock)
        {
            _database.Dispose();
        }
    }

    private static long? Id(SqliteStatement statement)
    {
        long? id = statement.Step() ? statement.Int64(0) : null;
        statement.Reset();
        return id;
    }

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            try
            {
                return read();
            }
            catch (SqliteException error)
            {
                throw StoreErrors.From(error);
            }
        }
    }
}
