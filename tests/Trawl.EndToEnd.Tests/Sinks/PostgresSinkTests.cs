namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class PostgresSinkTests(PostgresRun run)
    : ExactlyOnceTests(run, [5, 6], ["SinkAnswered:5", "SinkComplete:1"]), IClassFixture<PostgresRun>;
