namespace Trawl.Storage.Migrations;

/// <summary>
/// What an incremental run saved, and what became of the records of the run before it. <c>changes</c> holds what is not the
/// same: 0 new, 1 changed, 2 gone, with the record as it was where it was, so that it can be read without the earlier run.
/// <c>comparison</c> is the sum of it as JSON.
/// </summary>
internal sealed class M0005Changes : IMigration
{
    public int Version => 5;

    public string Sql => """
        ALTER TABLE progress ADD COLUMN not_modified INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE progress ADD COLUMN saved_bytes INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE changes (
          type TEXT NOT NULL,
          name TEXT NOT NULL,
          change INTEGER NOT NULL,
          url TEXT NOT NULL,
          before TEXT,
          after TEXT,
          PRIMARY KEY (type, name)
        ) WITHOUT ROWID;
        CREATE TABLE comparison (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          since TEXT NOT NULL,
          counts BLOB NOT NULL
        );
        """;
}
