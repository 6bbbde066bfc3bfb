using Trawl.Model.Journal;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

public sealed partial class RunReader
{
    public IReadOnlyList<RecordRow> Records(RecordQuery query) => Guard(() => RecordRows.Query(_database, query));

    public IReadOnlyList<RecordCount> RecordCounts() => Guard(() => RecordRows.Counts(_database));

    /// <summary>Journal entries behind a number, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Journal(long after, int limit) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT seq, at, kind, request_id, data FROM journal WHERE seq > ?1 ORDER BY seq LIMIT ?2");
        return Entries(statement.Bind(1, after).Bind(2, limit));
    });

    /// <summary>Number of the last journal entry.</summary>
    public long LastEntry() => Guard(() => _database.Scalar("SELECT coalesce(max(seq), 0) FROM journal"));

    /// <summary>The latest entries of one kind, oldest first.</summary>
    public IReadOnlyList<JournalEntry> LatestEntries(JournalKind kind, int latest) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT seq, at, kind, request_id, data FROM (SELECT * FROM journal WHERE kind = ?1 "
            + "ORDER BY seq DESC LIMIT ?2) ORDER BY seq");
        return Entries(statement.Bind(1, (long)kind).Bind(2, latest));
    });

    /// <summary>What the journal says about one request, oldest first.</summary>
    public IReadOnlyList<JournalEntry> JournalOf(long requestId) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT seq, at, kind, request_id, data FROM journal WHERE request_id = ?1 ORDER BY seq");
        return Entries(statement.Bind(1, requestId));
    });

    private static List<JournalEntry> Entries(SqliteStatement statement)
    {
        var entries = new List<JournalEntry>();
        while (statement.Step())
        {
            entries.Add(new JournalEntry(
                statement.Int64(0),
                Times.Read(statement.Int64(1)),
                (JournalKind)statement.Int32(2),
                statement.NullableInt64(3),
                statement.Text(4)));
        }

        return entries;
    }
}
