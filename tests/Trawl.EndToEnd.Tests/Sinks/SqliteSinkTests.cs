namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class SqliteSinkTests(SqliteRun run)
    : ExactlyOnceTests(run, [3, 4], ["SinkAnswered:5", "SinkComplete:1"]), IClassFixture<SqliteRun>;
