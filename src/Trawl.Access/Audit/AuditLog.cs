using Trawl.Access.Store;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Access.Audit;

/// <summary>
/// Who did what, append-only and chained by hashes: an entry that was changed, left out or put in is found. Not found
/// are the last entries cut off, or all written anew, unless the head was noted elsewhere.
/// </summary>
public sealed class AuditLog
{
    private const string Columns = "seq, at, actor, means, action, target, outcome, detail, correlation, hash";

    private readonly HomeDatabase _database;
    private readonly TimeProvider _clock;

    internal AuditLog(HomeDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Writes an entry down, durably. A call that changes something is not answered before.</summary>
    public void Append(Caller? caller, string action, string target, string outcome, string detail, string correlation) =>
        _database.Change(() =>
        {
            var (sequence, before) = Last();
            var at = DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());
            var entry = new AuditEntry(
                sequence + 1, at, caller?.User ?? "", caller?.Means ?? "", action, target, outcome, detail, correlation, "");
            return Insert(entry, AuditHash.Of(before, entry));
        });

    /// <summary>Entries behind a number, oldest first.</summary>
    /// <param name="after">0 for the first.</param>
    /// <param name="limit">How many at most.</param>
    public IReadOnlyList<AuditEntry> Read(long after, int limit) => _database.Take(() =>
    {
        var rows = _database.Sql($"SELECT {Columns} FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2").Bind(1, after).Bind(2, (long)limit);
        var entries = new List<AuditEntry>();
        while (rows.Step())
        {
            entries.Add(Entry(rows));
        }

        return entries;
    });

    /// <summary>Checks the whole chain.</summary>
    /// <param name="head">A head noted earlier that must be in the chain; null when there is none.</param>
    public AuditVerdict Verify(string? head = null) => _database.Take(() =>
    {
        var rows = _database.Sql($"SELECT {Columns} FROM audit ORDER BY seq");
        var (count, before, seen) = (0L, AuditHash.First, head is null);
        while (rows.Step())
        {
            var entry = Entry(rows);
            if (Problem(entry, count, before) is { } problem)
            {
                return new AuditVerdict(count, Convert.ToHexStringLower(before), entry.Sequence, problem);
            }

            before = rows.Blob(9).ToArray();
            seen |= entry.Hash == head;
            count++;
        }

        return new AuditVerdict(
            count, Convert.ToHexStringLower(before), seen ? null : count + 1,
            seen ? null : "The head that was noted is not in the chain: entries were cut off or written anew.");
    });

    private static string? Problem(AuditEntry entry, long count, byte[] before) =>
        entry.Sequence != count + 1 ? $"Entry {count + 1} is missing."
        : entry.Hash != Convert.ToHexStringLower(AuditHash.Of(before, entry)) ? "The entry does not have the hash it was written with."
        : null;

    private (long Sequence, byte[] Hash) Last()
    {
        var row = _database.Sql("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        return row.Step() ? (row.Int64(0), row.Blob(1).ToArray()) : (0, AuditHash.First);
    }

    private int Insert(AuditEntry entry, byte[] hash) =>
        _database.Sql($"INSERT INTO audit ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .Bind(1, entry.Sequence).Bind(2, Times.Store(entry.At)).Bind(3, entry.Actor).Bind(4, entry.Means)
            .Bind(5, entry.Action).Bind(6, entry.Target).Bind(7, entry.Outcome).Bind(8, entry.Detail)
            .Bind(9, entry.Correlation).Bind(10, hash).Run();

    private static AuditEntry Entry(SqliteStatement row) => new(
        row.Int64(0), Times.Read(row.Int64(1)), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7),
        row.Text(8), Convert.ToHexStringLower(row.Blob(9)));
}
