namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class PostgresRun : SinkRun
{
    private readonly PostgresServer _server = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Dispose();
    }

    private protected override SinkTarget MakeTarget(string folder) => new PostgresTarget(_server);
}
