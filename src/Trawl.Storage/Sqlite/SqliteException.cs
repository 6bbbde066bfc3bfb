namespace Trawl.Storage.Sqlite;

/// <summary>A call of SQLite failed.</summary>
public sealed class SqliteException(int extendedCode, string message) : Exception(message)
{
    /// <summary>SQLite's extended result code.</summary>
    public int ExtendedCode { get; } = extendedCode;

    /// <summary>SQLite's result code.</summary>
    public int Code => ExtendedCode & 0xff;
}
