using Microsoft.Data.Sqlite;
using Trawl.Sdk.Sinks;

namespace Sink.Sqlite;

/// <summary>Which batch of a run the database has last. A row is written in the transaction that brings the batch.</summary>
internal sealed class BatchNotes
{
    private readonly SqliteConnection _database;

    public BatchNotes(SqliteConnection database)
    {
        _database = database;
        using var command = database.CreateCommand();
        command.CommandText = "CREATE TABLE IF NOT EXISTS _trawl_batches "
            + "(run TEXT, output TEXT, batch INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (run, output)) WITHOUT ROWID";
        command.ExecuteNonQuery();
    }

    public long Last(string run, string output)
    {
        using var command = _database.CreateCommand();
        command.CommandText = "SELECT batch FROM _trawl_batches WHERE run = $run AND output = $output";
        command.Parameters.AddWithValue("$run", run);
        command.Parameters.AddWithValue("$output", output);
        return command.ExecuteScalar() as long? ?? 0;
    }

    public void Write(SinkBatch batch)
    {
        using var command = _database.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO _trawl_batches (run, output, batch, key) VALUES ($run, $output, $batch, $key)";
        command.Parameters.AddWithValue("$run", batch.Run);
        command.Parameters.AddWithValue("$output", batch.Output);
        command.Parameters.AddWithValue("$batch", batch.Number);
        command.Parameters.AddWithValue("$key", batch.Key);
        command.ExecuteNonQuery();
    }
}
