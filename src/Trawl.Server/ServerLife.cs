namespace Trawl.Server;

/// <summary>Tells streams, which never end by themselves, that the server closes.</summary>
internal sealed class ServerLife : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    public CancellationToken Closing => _closing.Token;

    public void Close() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();
}
