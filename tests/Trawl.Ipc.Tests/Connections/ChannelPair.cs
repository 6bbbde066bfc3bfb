namespace Trawl.Ipc.Tests.Connections;

/// <summary>A server's and a client's channel over a real socket in a private folder.</summary>
internal sealed class ChannelPair : IDisposable
{
    private readonly IpcListener _listener;

    public ChannelPair(IpcOptions? options = null, IpcServerOptions? serverOptions = null)
    {
        var endpoint = TestEndpoint.New();
        _listener = IpcListener.Listen(endpoint, serverOptions ?? new());
        var accepting = Task.Factory.StartNew(() => _listener.Accept(TimeSpan.FromSeconds(30)).Unwrap(), TaskCreationOptions.LongRunning);
        Client = IpcChannel.Connect(endpoint, options ?? new()).Unwrap();
        Server = accepting.GetAwaiter().GetResult();
    }

    public IpcChannel Server { get; }

    public IpcChannel Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        _listener.Dispose();
    }
}
