using Microsoft.Data.Sqlite;
using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Sink.Sqlite;

/// <summary>
/// Exactly-once: the rows of a batch and the note that they are there are one transaction. Whoever dies when, the note says
/// what the database has.
/// </summary>
internal sealed class SqliteSink(PluginContext context) : IRecordSink
{
    private readonly string _folder = context.Settings.Text("folder")!;
    private readonly Dictionary<string, RecordTable> _tables = [];
    private SqliteConnection? _database;
    private BatchNotes? _notes;

    public ValueTask<long?> OpenAsync(SinkRun run)
    {
        SQLitePCL.Batteries_V2.Init();
        // Opened again after a failed commit, too.
        _database?.Dispose();
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, context.Settings.Text("file")!);
        _database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 20 }.ToString());
        _database.Open();
        // A commit that is acknowledged must survive a power cut: the engine will not bring the batch again.
        Execute("PRAGMA synchronous = FULL");
        foreach (var type in run.Types)
        {
            _tables[type.Name] = new RecordTable(type);
            Execute(_tables[type.Name].Create);
        }

        _notes = new BatchNotes(_database);
        return new(_notes.Last(run.Id, run.Output));
    }

    // region: commit
    public ValueTask CommitAsync(SinkBatch batch)
    {
        // Takes the write lock at once: what is read next stays true until the commit.
        using var transaction = _database!.BeginTransaction(deferred: false);
        if (_notes!.Last(batch.Run, batch.Output) >= batch.Number) return default;
        var number = batch.Offset;
        foreach (var record in batch.Records) _tables[record.Type].Insert(_database, batch.Run, batch.Output, ++number, record);
        _notes.Write(batch);
        transaction.Commit();
        return default;
    }
    // endregion

    public ValueTask CompleteAsync() => default;

    public ValueTask DisposeAsync()
    {
        _database?.Dispose();
        return default;
    }

    private void Execute(string sql)
    {
        using var command = _database!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
