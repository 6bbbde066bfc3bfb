namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class JsonlRun : SinkRun
{
    private protected override SinkTarget MakeTarget(string folder) => new JsonlTarget(folder);
}
