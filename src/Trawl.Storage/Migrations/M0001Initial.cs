namespace Trawl.Storage.Migrations;

/// <summary>
/// The first schema. Times are Unix milliseconds, durations milliseconds, enums their numbers in Trawl.Model.
/// Index by index: <c>requests_queue</c> hands out the oldest of a host, <c>requests_waiting</c> finds what is due,
/// <c>requests_leased</c> finds what a dead engine held; all three stay as small as what they are for.
/// A record's id is its request's id times 2^24 plus its place on the page, so that the records of a page are
/// neighbours without an index of their own.
/// </summary>
internal sealed class M0001Initial : IMigration
{
    public int Version => 1;

    public string Sql => """
        CREATE TABLE run (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          id TEXT NOT NULL,
          pipeline TEXT NOT NULL,
          plan BLOB NOT NULL,
          plan_hash TEXT NOT NULL,
          source TEXT,
          created INTEGER NOT NULL
        );
        CREATE TABLE progress (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          state INTEGER NOT NULL DEFAULT 0,
          epoch INTEGER NOT NULL DEFAULT 0,
          cancel_requested INTEGER NOT NULL DEFAULT 0,
          start_points INTEGER NOT NULL DEFAULT 0,
          started INTEGER,
          ended INTEGER,
          elapsed INTEGER NOT NULL DEFAULT 0,
          queued INTEGER NOT NULL DEFAULT 0,
          leased INTEGER NOT NULL DEFAULT 0,
          waiting INTEGER NOT NULL DEFAULT 0,
          parked INTEGER NOT NULL DEFAULT 0,
          done INTEGER NOT NULL DEFAULT 0,
          failed INTEGER NOT NULL DEFAULT 0,
          skipped INTEGER NOT NULL DEFAULT 0,
          attempts INTEGER NOT NULL DEFAULT 0,
          bytes INTEGER NOT NULL DEFAULT 0,
          records INTEGER NOT NULL DEFAULT 0,
          quarantined INTEGER NOT NULL DEFAULT 0,
          dropped INTEGER NOT NULL DEFAULT 0,
          reason TEXT
        );
        CREATE TABLE hosts (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE,
          queued INTEGER NOT NULL DEFAULT 0,
          waiting INTEGER NOT NULL DEFAULT 0,
          next_allowed_at INTEGER NOT NULL DEFAULT 0,
          delay INTEGER,
          failures INTEGER NOT NULL DEFAULT 0,
          left_leased INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX hosts_work ON hosts (id) WHERE queued + waiting > 0;
        CREATE INDEX hosts_next ON hosts (next_allowed_at);
        CREATE TABLE robots (
          host_id INTEGER PRIMARY KEY,
          fetched_at INTEGER NOT NULL,
          status INTEGER NOT NULL,
          unreachable INTEGER NOT NULL,
          body BLOB NOT NULL
        );
        CREATE TABLE requests (
          id INTEGER PRIMARY KEY,
          state INTEGER NOT NULL,
          host_id INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          extra INTEGER NOT NULL,
          depth INTEGER NOT NULL,
          redirects INTEGER NOT NULL,
          attempts INTEGER NOT NULL DEFAULT 0,
          epoch INTEGER,
          not_before INTEGER,
          parent_id INTEGER,
          fingerprint BLOB NOT NULL UNIQUE,
          url TEXT NOT NULL,
          via TEXT NOT NULL,
          settled_at INTEGER,
          status INTEGER,
          bytes INTEGER,
          duration INTEGER,
          links_new INTEGER,
          links_known INTEGER,
          links_outside INTEGER,
          records INTEGER,
          content_type TEXT,
          address TEXT,
          redirected_to TEXT,
          rules TEXT,
          code TEXT,
          reason TEXT
        );
        CREATE INDEX requests_queue ON requests (host_id, id) WHERE state = 0;
        CREATE INDEX requests_leased ON requests (id) WHERE state = 1;
        CREATE INDEX requests_waiting ON requests (not_before) WHERE state = 2;
        CREATE TABLE request_extras (
          request_id INTEGER PRIMARY KEY,
          method TEXT NOT NULL,
          headers TEXT,
          body BLOB
        );
        CREATE TABLE edges (
          parent_id INTEGER NOT NULL,
          child_id INTEGER NOT NULL,
          cost INTEGER NOT NULL,
          PRIMARY KEY (parent_id, child_id)
        ) WITHOUT ROWID;
        CREATE TABLE records (
          id INTEGER PRIMARY KEY,
          type TEXT NOT NULL,
          status INTEGER NOT NULL,
          key TEXT,
          uniques TEXT,
          payload BLOB NOT NULL,
          problems TEXT
        );
        CREATE TABLE record_counts (
          type TEXT NOT NULL,
          status INTEGER NOT NULL,
          count INTEGER NOT NULL,
          PRIMARY KEY (type, status)
        ) WITHOUT ROWID;
        CREATE TABLE verdicts (
          record_id INTEGER PRIMARY KEY,
          type TEXT NOT NULL,
          verdict INTEGER NOT NULL,
          problems TEXT
        );
        CREATE TABLE outputs (
          path TEXT PRIMARY KEY,
          format TEXT NOT NULL,
          records TEXT NOT NULL,
          bytes INTEGER NOT NULL,
          sha256 TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE journal (
          seq INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          kind INTEGER NOT NULL,
          request_id INTEGER,
          data TEXT NOT NULL
        );
        CREATE INDEX journal_request ON journal (request_id) WHERE request_id IS NOT NULL;
        INSERT INTO progress (one) VALUES (1);
        """;
}
