using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>How far the sinks of a run are, in its database. Opened when the engine has taken the run: its epoch is the one that holds.</summary>
public sealed class SinkLedger : ISinkLedger
{
    private readonly SqliteDatabase _database;
    private readonly long _epoch;

    private SinkLedger(SqliteDatabase database) => (_database, _epoch) = (database, EpochOf(database));

    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How the run's store works.</param>
    /// <exception cref="IOException">The run cannot be opened.</exception>
    public static SinkLedger Open(string folder, RunStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Guard(() => new SinkLedger(RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options)));
    }

    /// <inheritdoc/>
    public SinkPosition Read(string sink) => Guard(() => SinkTable.Read(_database, sink)?.Position ?? SinkPosition.Start);

    /// <inheritdoc/>
    public void Write(string sink, SinkPosition position)
    {
        ArgumentNullException.ThrowIfNull(position);
        Guard(() =>
        {
            _database.Execute("BEGIN IMMEDIATE");
            try
            {
                Fence();
                SinkTable.Save(_database, sink, position);
                _database.Execute("COMMIT");
                return true;
            }
            catch
            {
                if (_database.InTransaction) _database.Execute("ROLLBACK");
                throw;
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static long EpochOf(SqliteDatabase database) => database.Scalar("SELECT epoch FROM progress");

    private void Fence()
    {
        if (EpochOf(_database) is var epoch && epoch != _epoch)
        {
            throw new RunFencedException(
                $"Another engine has taken '{_database.Path}' over (epoch {epoch}, ours is {_epoch}); this one delivers nothing more.");
        }
    }

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw new IOException(StoreErrors.From(error).Message, error);
        }
    }
}
