using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Model.Runs;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>
/// Asks for a run to be cancelled, whether an engine works on it or not; it learns of it with its next commit.
/// </summary>
public static class RunCancellation
{
    /// <summary>Writes the request down, durably. Asking twice is asking once.</summary>
    /// <returns>The run's state, and false when it was final already.</returns>
    /// <exception cref="RunStoreException">The run could not be read or written.</exception>
    public static (RunState State, bool Accepted) Request(string folder, DateTimeOffset now)
    {
        try
        {
            var path = RunFiles.Database(folder);
            using var database = RunDatabase.OpenWriter(path, SqliteOpenMode.ReadWrite, new RunStoreOptions());
            ReaderSchema.Require(database);
            return Request(database, now);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    private static (RunState State, bool Accepted) Request(SqliteDatabase database, DateTimeOffset now)
    {
        database.Execute("BEGIN IMMEDIATE");
        var progress = new ProgressRow(database);
        progress.Load();
        if (!progress.IsFinal && !progress.CancelRequested)
        {
            database.Execute("UPDATE progress SET cancel_requested = 1");
            var journal = new JournalTable(database);
            journal.Begin();
            journal.Append(now, JournalKind.CancelRequested, null, "{}");
        }

        database.Execute("COMMIT");
        return (progress.State, !progress.IsFinal);
    }
}
