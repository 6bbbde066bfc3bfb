namespace Trawl.Access.Store;

/// <summary>The tables of <c>access.db</c>. Times are Unix milliseconds.</summary>
internal static class AccessSchema
{
    public const string Sql = """
        CREATE TABLE users (
          name TEXT PRIMARY KEY,
          role INTEGER NOT NULL,
          disabled INTEGER NOT NULL DEFAULT 0,
          password TEXT,
          created INTEGER NOT NULL,
          wrong INTEGER NOT NULL DEFAULT 0,
          locked_until INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE tokens (
          id TEXT PRIMARY KEY,
          user TEXT NOT NULL REFERENCES users (name),
          label TEXT NOT NULL,
          rights INTEGER NOT NULL,
          hash BLOB NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER,
          used INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX tokens_user ON tokens (user);
        CREATE TABLE sessions (
          id TEXT PRIMARY KEY,
          user TEXT NOT NULL,
          hash BLOB NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sessions_user ON sessions (user);
        CREATE INDEX sessions_expires ON sessions (expires);
        CREATE TABLE audit (
          seq INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          actor TEXT NOT NULL,
          means TEXT NOT NULL,
          action TEXT NOT NULL,
          target TEXT NOT NULL,
          outcome TEXT NOT NULL,
          detail TEXT NOT NULL,
          correlation TEXT NOT NULL,
          hash BLOB NOT NULL
        );
        CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit journal is append-only'); END;
        CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit journal is append-only'); END;
        """;
}
