namespace Trawl.Storage.Migrations;

/// <summary>
/// What the run's pages and records looked like in numbers, and what came of comparing that with earlier runs: later
/// runs read this and not the records.
/// </summary>
internal sealed class M0003Profiles : IMigration
{
    public int Version => 3;

    public string Sql => """
        CREATE TABLE profile (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          profile BLOB NOT NULL,
          verdict BLOB NOT NULL
        );
        """;
}
