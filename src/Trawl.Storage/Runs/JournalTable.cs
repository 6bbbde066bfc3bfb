using Trawl.Model.Journal;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Appends to the journal; numbers go up by one without gaps.</summary>
internal sealed class JournalTable(SqliteDatabase database)
{
    private readonly SqliteStatement _last = database.Prepare("SELECT max(seq) FROM journal");
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO journal (seq, at, kind, request_id, data) VALUES (?1, ?2, ?3, ?4, ?5)");

    private long _next;

    /// <summary>Reads the last number: a door may have written since the last transaction.</summary>
    internal void Begin()
    {
        _next = _last.Step() ? _last.Int64(0) + 1 : 1;
        _last.Reset();
    }

    internal void Append(DateTimeOffset at, JournalKind kind, long? requestId, string data) =>
        _insert.Bind(1, _next++).Bind(2, Times.Store(at)).Bind(3, (long)kind).Bind(4, requestId).Bind(5, data).Run();

    internal void Append(DateTimeOffset at, JournalKind kind, long requestId, ReadOnlySpan<byte> utf8) =>
        _insert.Bind(1, _next++).Bind(2, Times.Store(at)).Bind(3, (long)kind).Bind(4, requestId)
            .BindUtf8(5, utf8).Run();
}
