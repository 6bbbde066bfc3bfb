namespace Trawl.EndToEnd.Tests.Sinks;

/// <inheritdoc/>
public sealed class SqliteRun : SinkRun
{
    private protected override SinkTarget MakeTarget(string folder) => new SqliteTarget(folder);
}
