using Trawl.Engine.Seams.Store;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Migrations;

/// <summary>Brings a database to the newest schema, each step in a transaction with the version it leads to.</summary>
internal static class Migrator
{
    private static readonly IMigration[] All = [new M0001Initial(), new M0002Capture(), new M0003Profiles(), new M0004Sinks(), new M0005Changes()];

    internal static int Newest => All[^1].Version;

    /// <exception cref="RunStoreException">The database was written by a newer version of Trawl.</exception>
    internal static void Upgrade(SqliteDatabase database)
    {
        while (Known(database) is var version && version < Newest)
        {
            Apply(database, All[version]);
        }
    }

    /// <summary>The database's version; an exception when it is newer than we know.</summary>
    internal static int Known(SqliteDatabase database)
    {
        var version = (int)database.Scalar("PRAGMA user_version");
        return version <= Newest
            ? version
            : throw new RunStoreException(
                $"'{database.Path}' has schema {version}, and this Trawl knows schemas up to {Newest}: "
                + "it was written by a newer version. Update Trawl, or open it with the version that wrote it.");
    }

    private static void Apply(SqliteDatabase database, IMigration migration)
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been faster while we waited for the lock.
            if (database.Scalar("PRAGMA user_version") == migration.Version - 1)
            {
                database.Execute(migration.Sql);
                database.Execute($"PRAGMA user_version = {migration.Version}");
            }

            database.Execute("COMMIT");
        }
        catch
        {
            if (database.InTransaction)
            {
                database.Execute("ROLLBACK");
            }

            throw;
        }
    }
}
