namespace Trawl.Storage.Sqlite;

/// <summary>Result codes and flags of SQLite that we tell apart (sqlite.org/rescode.html).</summary>
internal static class SqliteCode
{
    internal const int Ok = 0;
    internal const int Busy = 5;
    internal const int IoError = 10;
    internal const int Corrupt = 11;
    internal const int Full = 13;
    internal const int CannotOpen = 14;
    internal const int NotADatabase = 26;
    internal const int Row = 100;
    internal const int Done = 101;

    internal const int TypeNull = 5;

    internal const int OpenReadOnly = 0x1;
    internal const int OpenReadWrite = 0x2;
    internal const int OpenCreate = 0x4;

    /// <summary>One thread at a time uses a connection, so SQLite need not lock around each call.</summary>
    internal const int OpenNoMutex = 0x8000;

    internal const uint PreparePersistent = 0x1;
}
