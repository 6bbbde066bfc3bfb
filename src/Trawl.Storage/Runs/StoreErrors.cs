using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Says what a user can do about an error of SQLite.</summary>
internal static class StoreErrors
{
    internal static RunStoreException From(SqliteException error) =>
        new($"{error.Message}. {WayOut(error.Code)} Everything up to the last commit is kept.", error);

    private static string WayOut(int code) => code switch
    {
        SqliteCode.Full => "The disk is full: free space, then resume the run.",
        SqliteCode.IoError => "The disk failed: check it (dmesg), then resume the run.",
        SqliteCode.Busy => "Another process keeps the database locked: end it, then resume the run.",
        SqliteCode.CannotOpen => "Check that the run's folder exists and may be written.",
        SqliteCode.Corrupt or SqliteCode.NotADatabase => "The file is damaged: restore the run's folder from a copy.",
        _ => "Run 'trawl doctor', then resume the run.",
    };
}
