namespace Trawl.Storage.Migrations;

/// <summary>
/// The index of the run's capture. <c>subject</c> is the request, or the host, negative, whose robots.txt was looked
/// for; <c>attempt</c> counts from 0. Times are in units of 100 ns, so that a replay sees them as they were.
/// <c>capture_files.length</c> is what holds: bytes behind it are of an engine that died.
/// </summary>
internal sealed class M0002Capture : IMigration
{
    public int Version => 2;

    public string Sql => """
        CREATE TABLE capture_files (
          number INTEGER PRIMARY KEY,
          length INTEGER NOT NULL
        );
        CREATE TABLE exchanges (
          subject INTEGER NOT NULL,
          attempt INTEGER NOT NULL,
          file INTEGER NOT NULL,
          offset INTEGER NOT NULL,
          length INTEGER NOT NULL,
          body_file INTEGER,
          body_offset INTEGER,
          started_at INTEGER NOT NULL,
          duration INTEGER NOT NULL,
          status INTEGER NOT NULL,
          error INTEGER,
          digest BLOB,
          url TEXT,
          PRIMARY KEY (subject, attempt)
        ) WITHOUT ROWID;
        """;
}
