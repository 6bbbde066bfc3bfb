namespace Trawl.Storage.Migrations;

/// <summary>
/// How far each sink of the run is. <c>sent</c> is the batch that was last sent, <c>committed</c> the one that was last
/// acknowledged, both from 1; <c>records</c> are those of the batches acknowledged, <c>repeated</c> those that were sent
/// once more although the first time may have counted.
/// </summary>
internal sealed class M0004Sinks : IMigration
{
    public int Version => 4;

    public string Sql => """
        CREATE TABLE sinks (
          name TEXT PRIMARY KEY,
          sent INTEGER NOT NULL,
          committed INTEGER NOT NULL,
          records INTEGER NOT NULL,
          repeated INTEGER NOT NULL,
          complete INTEGER NOT NULL
        ) WITHOUT ROWID;
        """;
}
