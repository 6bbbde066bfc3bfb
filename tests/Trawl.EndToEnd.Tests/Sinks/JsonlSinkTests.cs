namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class JsonlSinkTests(JsonlRun run)
    : ExactlyOnceTests(run, [1, 2], ["SinkSending:4", "SinkAnswered:1", "SinkAnswered:5", "SinkNoted:3", "SinkComplete:1"]), IClassFixture<JsonlRun>;
