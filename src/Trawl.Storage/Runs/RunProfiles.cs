using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Keeps a run's profile.</summary>
public static class RunProfiles
{
    /// <summary>Stores it, durably; a second one replaces the first, so that a crash behind it is harmless.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="profile">The profile, as its room writes it.</param>
    /// <param name="verdict">What was said of the run.</param>
    /// <param name="options">How the run's store works.</param>
    /// <exception cref="RunStoreException">The run could not be written.</exception>
    public static void Save(string folder, byte[] profile, byte[] verdict, RunStoreOptions options)
    {
        try
        {
            using var database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options);
            using var insert = database.Prepare("INSERT OR REPLACE INTO profile (one, profile, verdict) VALUES (1, ?1, ?2)");
            insert.Bind(1, profile.AsSpan()).Bind(2, verdict.AsSpan()).Run();
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }
}
