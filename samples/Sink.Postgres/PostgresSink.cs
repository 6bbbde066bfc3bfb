using System.Globalization;
using Npgsql;
using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Sink.Postgres;

/// <summary>
/// Exactly-once: the rows of a batch and the note that they are there are one transaction. The note's row is locked first: the
/// server may still be at work for a worker that is dead, and whoever comes next waits for the end of that.
/// </summary>
internal sealed class PostgresSink(PluginContext context) : IRecordSink
{
    private readonly string _schema = context.Settings.Text("schema")!;
    private readonly Dictionary<string, RecordTable> _tables = [];
    private NpgsqlConnection? _database;

    public async ValueTask<long?> OpenAsync(SinkRun run)
    {
        // Opened again after a failed commit, too.
        if (_database is not null) await _database.DisposeAsync();
        _database = new NpgsqlConnection(ConnectionString());
        await _database.OpenAsync();
        // A commit that is acknowledged must survive a power cut: the engine will not bring the batch again.
        await ExecuteAsync("SET synchronous_commit = on");
        await ExecuteAsync($"CREATE TABLE IF NOT EXISTS {_schema}._trawl_batches "
            + "(run text, output text, batch bigint NOT NULL, key text NOT NULL, PRIMARY KEY (run, output))");
        foreach (var type in run.Types)
        {
            _tables[type.Name] = new RecordTable(_schema, type);
            await ExecuteAsync(_tables[type.Name].Create);
        }

        // So that there is a row to lock.
        await ExecuteAsync($"INSERT INTO {_schema}._trawl_batches VALUES ($1, $2, 0, '') ON CONFLICT DO NOTHING", run.Id, run.Output);
        return await LastAsync(run.Id, run.Output, forUpdate: false);
    }

    // region: commit
    public async ValueTask CommitAsync(SinkBatch batch)
    {
        await using var transaction = await _database!.BeginTransactionAsync();
        if (await LastAsync(batch.Run, batch.Output, forUpdate: true) >= batch.Number) return;
        await using (var rows = new NpgsqlBatch(_database))
        {
            var number = batch.Offset;
            foreach (var record in batch.Records) rows.BatchCommands.Add(_tables[record.Type].Insert(batch.Run, batch.Output, ++number, record));
            await rows.ExecuteNonQueryAsync();
        }

        await ExecuteAsync(
            $"UPDATE {_schema}._trawl_batches SET batch = $3, key = $4 WHERE run = $1 AND output = $2", batch.Run, batch.Output, batch.Number, batch.Key);
        await transaction.CommitAsync();
    }
    // endregion

    public ValueTask CompleteAsync() => default;

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task<long> LastAsync(string run, string output, bool forUpdate)
    {
        await using var command = Command(
            $"SELECT batch FROM {_schema}._trawl_batches WHERE run = $1 AND output = $2{(forUpdate ? " FOR UPDATE" : "")}", run, output);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, _database);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private string ConnectionString()
    {
        var server = context.Settings.Text("server")!;
        var colon = server.LastIndexOf(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = colon < 0 ? server : server[..colon],
            Port = colon < 0 ? 5432 : int.Parse(server[(colon + 1)..], CultureInfo.InvariantCulture),
            Database = context.Settings.Text("database"),
            Username = context.Settings.Text("user"),
            Password = context.Settings.Secret("password"),
            ApplicationName = "trawl",
            Pooling = false,
            // A worker has no Kerberos library in reach.
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ToString();
    }
}
