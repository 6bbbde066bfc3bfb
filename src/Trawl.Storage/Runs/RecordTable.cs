using System.Runtime.InteropServices;
using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Records;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Stores records and counts them by type and status.</summary>
internal sealed class RecordTable(SqliteDatabase database, ProgressRow progress)
{
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO records (id, type, status, key, uniques, payload, problems) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

    private readonly SqliteStatement _count = database.Prepare(
        "INSERT INTO record_counts (type, status, count) VALUES (?1, ?2, ?3) "
        + "ON CONFLICT (type, status) DO UPDATE SET count = count + excluded.count");

    private readonly Dictionary<(string Type, RecordStatus Status), int> _counts = [];

    internal void Begin() => _counts.Clear();

    internal void Add(long requestId, IReadOnlyList<NewRecord> records)
    {
        for (var i = 0; i < records.Count; i++)
        {
            Add(RecordId.Of(requestId, i), records[i]);
        }
    }

    /// <summary>Stores the counts of this transaction.</summary>
    internal void Flush()
    {
        foreach (var ((type, status), count) in _counts)
        {
            _count.Bind(1, type).Bind(2, (long)status).Bind(3, count).Run();
        }

        _counts.Clear();
    }

    private void Add(long id, NewRecord record)
    {
        _insert.Bind(1, id).Bind(2, record.Type).Bind(3, (long)record.Status).Bind(4, record.Key);
        _ = record.Uniques.Count == 0
            ? _insert.BindNull(5)
            : _insert.Bind(5, JsonSerializer.Serialize(record.Uniques, StorageJson.Default.IReadOnlyListString));
        _insert.Bind(6, record.Payload.Span).Bind(7, record.Problems).Run();
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, (record.Type, record.Status), out _)++;
        switch (record.Status)
        {
            case RecordStatus.Kept: progress.Records++; break;
            case RecordStatus.Quarantined: progress.Quarantined++; break;
            default: progress.Dropped++; break;
        }
    }
}
