using Trawl.Engine.Seams.Store;
using Trawl.Storage.Migrations;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>Makes sure that a reader finds the schema it knows and a run in it.</summary>
internal static class ReaderSchema
{
    internal static void Require(SqliteDatabase database)
    {
        var version = Migrator.Known(database);
        if (version == 0 || database.Scalar("SELECT count(*) FROM run") == 0)
        {
            throw new RunStoreException(
                $"'{database.Path}' holds no run: its creation was interrupted before it was accepted. "
                + "Delete its folder.");
        }

        if (version < Migrator.Newest)
        {
            using var writer = RunDatabase.OpenWriter(database.Path, SqliteOpenMode.ReadWrite, new RunStoreOptions());
            Migrator.Upgrade(writer);
        }
    }
}
