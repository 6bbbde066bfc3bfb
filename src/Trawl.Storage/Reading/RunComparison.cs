using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>
/// Holds a run that is being made against one that should be the same: journal, records and new requests, row by row,
/// inside SQLite. One thread at a time.
/// </summary>
public sealed class RunComparison : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _journal;
    private readonly SqliteStatement _records;
    private readonly SqliteStatement _requests;
    private readonly SqliteStatement _url;

    private RunComparison(SqliteDatabase database)
    {
        _database = database;
        _journal = database.Prepare(
            "SELECT r.seq, r.at, r.kind, r.request_id, r.data, s.at, s.kind, s.request_id, s.data FROM recorded.journal r "
            + "LEFT JOIN main.journal s ON s.seq = r.seq WHERE r.seq BETWEEN ?1 AND ?2 AND (s.seq IS NULL OR s.at <> r.at "
            + "OR s.kind <> r.kind OR s.request_id IS NOT r.request_id OR s.data <> r.data) ORDER BY r.seq LIMIT 1");
        // CROSS keeps SQLite from going through all records for the few of a transaction.
        _records = database.Prepare(
            "SELECT j.seq, s.id, s.type, CAST(r.payload AS TEXT), CAST(s.payload AS TEXT), r.type, r.status, s.status, "
            + "r.key, s.key, r.problems, s.problems FROM main.journal j "
            + "CROSS JOIN main.records s ON s.id BETWEEN j.request_id << 24 AND (j.request_id << 24) + 16777215 "
            + "LEFT JOIN recorded.records r ON r.id = s.id "
            + $"WHERE j.seq BETWEEN ?1 AND ?2 AND j.kind = {(int)JournalKind.AttemptSettled} "
            + "AND (r.id IS NULL OR s.type <> r.type OR s.status <> r.status OR s.key IS NOT r.key "
            + "OR s.uniques IS NOT r.uniques OR s.payload <> r.payload OR s.problems IS NOT r.problems) ORDER BY j.seq, s.id LIMIT 1");
        _requests = database.Prepare(
            "SELECT s.id, r.url, r.via, r.parent_id, s.url, s.via, s.parent_id FROM main.requests s "
            + "LEFT JOIN recorded.requests r ON r.id = s.id WHERE s.id BETWEEN ?1 AND ?2 AND (r.id IS NULL "
            + "OR s.fingerprint <> r.fingerprint OR s.url <> r.url OR s.via <> r.via OR s.kind <> r.kind "
            + "OR s.parent_id IS NOT r.parent_id OR s.host_id <> r.host_id OR s.redirects <> r.redirects) ORDER BY s.id LIMIT 1");
        _url = database.Prepare("SELECT url, rules FROM main.requests WHERE id = ?1");
    }

    /// <exception cref="RunStoreException">One of them cannot be read.</exception>
    public static RunComparison Open(string recordedFolder, string madeFolder)
    {
        SqliteDatabase? database = null;
        try
        {
            database = RunDatabase.OpenReader(RunFiles.Database(madeFolder));
            // Who leaves a database last brings it to the disk; this one was made to be compared and is lost without loss.
            database.Execute("PRAGMA main.synchronous = OFF");
            using (var attach = database.Prepare("ATTACH ?1 AS recorded"))
            {
                attach.Bind(1, RunFiles.Database(recordedFolder)).Run();
            }

            return new RunComparison(database);
        }
        catch (SqliteException error)
        {
            database?.Dispose();
            throw StoreErrors.From(error);
        }
    }

    /// <summary>The first difference in journal entries and what came with them; null when there is none.</summary>
    /// <param name="first">The first entry.</param>
    /// <param name="last">The last entry.</param>
    /// <param name="lastRequestBefore">The highest request id before them.</param>
    /// <param name="lastRequest">The highest one with them.</param>
    public RunDifference? Compare(long first, long last, long lastRequestBefore, long lastRequest)
    {
        try
        {
            var (entry, record) = (Journal(first, last), Records(first, last));
            var found = PluginDifference.Of(entry, record) ?? Earliest(entry, record);
            return found is not null && found.Sequence < last ? found : found ?? Requests(last, lastRequestBefore + 1, lastRequest);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    public void Dispose() => _database.Dispose();

    /// <summary>A record that differs says more than the entry that counts it.</summary>
    private static RunDifference? Earliest(RunDifference? entry, RunDifference? record) =>
        entry is null ? record : record is null || entry.Sequence < record.Sequence ? entry : record;

    private RunDifference? Journal(long first, long last)
    {
        RunDifference? found = null;
        if (_journal.Bind(1, first).Bind(2, last).Step())
        {
            var expected = Entry(1);
            found = new RunDifference(
                _journal.Int64(0), expected, _journal.NullableInt64(6) is null ? "nothing" : Entry(5), PlaceOf(_journal.NullableInt64(3)))
            {
                Step = PluginDifference.Find(_journal.Text(4), _journal.NullableText(8)),
            };
        }

        _journal.Reset();
        return found;
    }

    private string Entry(int column)
    {
        var subject = _journal.NullableInt64(column + 2) is { } id ? $" of request {id}" : "";
        var at = Times.Read(_journal.Int64(column)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        return $"{(JournalKind)_journal.Int32(column + 1)}{subject} at {at}: {_journal.Text(column + 3)}";
    }

    private RunDifference? Records(long first, long last)
    {
        RunDifference? found = null;
        if (_records.Bind(1, first).Bind(2, last).Step())
        {
            var id = _records.Int64(1);
            var (field, expected, got) = RecordDifference.Of(_records.NullableText(3), _records.Text(4));
            var where = field is null ? "" : $", field '{field}'";
            found = new RunDifference(
                _records.Int64(0),
                expected ?? Rest(5, 6, 8, 10),
                got ?? Rest(2, 7, 9, 11),
                $"{PlaceOf(RecordId.Request(id))}, record {RecordId.Ordinal(id) + 1} of type '{_records.Text(2)}'{where}");
        }

        _records.Reset();
        return found;
    }

    private string Rest(int type, int status, int key, int problems) =>
        $"{_records.NullableText(type)}, status {_records.NullableInt64(status)}, key {_records.NullableText(key)}, "
        + $"problems {_records.NullableText(problems)}";

    private RunDifference? Requests(long sequence, long first, long last)
    {
        RunDifference? found = null;
        if (_requests.Bind(1, first).Bind(2, last).Step())
        {
            found = new RunDifference(sequence, Request(1), Request(4), $"request {_requests.Int64(0)}");
        }

        _requests.Reset();
        return found;
    }

    private string Request(int column) => _requests.NullableText(column) is { } url
        ? $"{url} found by '{_requests.NullableText(column + 1)}' on request {_requests.NullableInt64(column + 2)}"
        : "nothing";

    private string PlaceOf(long? requestId)
    {
        if (requestId is not { } id)
        {
            return "the run";
        }

        _url.Bind(1, id);
        var place = _url.Step() ? $"request {id}, {_url.Text(0)}{RuleText(_url.NullableText(1))}" : $"request {id}";
        _url.Reset();
        return place;
    }

    private static string RuleText(string? rules) => rules is null ? "" : $", rule '{rules}'";
}
