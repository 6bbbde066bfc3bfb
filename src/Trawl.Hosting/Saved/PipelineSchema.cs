namespace Trawl.Hosting.Saved;

/// <summary>The tables of <c>pipelines.db</c>. Times are Unix milliseconds.</summary>
internal static class PipelineSchema
{
    public const string Sql = """
        CREATE TABLE pipelines (
          name TEXT PRIMARY KEY,
          current INTEGER NOT NULL,
          removed INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE versions (
          name TEXT NOT NULL,
          version INTEGER NOT NULL,
          text TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          saved INTEGER NOT NULL,
          author TEXT,
          note TEXT,
          public_only INTEGER NOT NULL,
          PRIMARY KEY (name, version)
        ) WITHOUT ROWID;
        """;
}
