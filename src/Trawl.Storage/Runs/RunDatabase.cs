using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Opens a run's database with the settings it needs.</summary>
internal static class RunDatabase
{
    /// <summary>
    /// The writer: every commit reaches the disk (FULL; NORMAL loses acknowledged commits in a power cut). No memory
    /// mapping: an I/O error would become SIGBUS. Checkpoints every 16 MiB of log.
    /// </summary>
    internal static SqliteDatabase OpenWriter(string path, SqliteOpenMode mode, RunStoreOptions options)
    {
        var database = SqliteDatabase.Open(path, mode);
        try
        {
            database.Execute(
                $"""
                PRAGMA synchronous = {(options.Durable ? "FULL" : "OFF")};
                PRAGMA journal_mode = WAL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA wal_autocheckpoint = 4000;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA foreign_keys = OFF;
                PRAGMA temp_store = MEMORY;
                PRAGMA mmap_size = 0;
                PRAGMA cache_size = -{options.CacheKib};
                """);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A reader beside the writer: sees the last commit, and one snapshot within a transaction. What it sorts goes to
    /// temporary files, so that its memory does not grow with the run.
    /// </summary>
    internal static SqliteDatabase OpenReader(string path)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            database.Execute(
                """
                PRAGMA query_only = ON;
                PRAGMA temp_store = FILE;
                PRAGMA mmap_size = 0;
                PRAGMA cache_size = -4096;
                """);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A connection that sorts a whole dataset in temporary files beside reading it. Without automatic indexes: SQLite
    /// would rather index all records by type, and then look through all of them for each page.
    /// </summary>
    internal static SqliteDatabase OpenSorter(string path, bool durable)
    {
        var database = SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            database.Execute(
                $"""
                PRAGMA synchronous = {(durable ? "FULL" : "OFF")};
                PRAGMA temp_store = FILE;
                PRAGMA mmap_size = 0;
                PRAGMA automatic_index = OFF;
                PRAGMA cache_size = -8192;
                PRAGMA temp.cache_size = -8192;
                """);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
