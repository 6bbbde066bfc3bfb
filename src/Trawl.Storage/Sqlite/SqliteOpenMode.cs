namespace Trawl.Storage.Sqlite;

/// <summary>What a connection may do.</summary>
internal enum SqliteOpenMode
{
    ReadOnly,
    ReadWrite,
    Create,
}
