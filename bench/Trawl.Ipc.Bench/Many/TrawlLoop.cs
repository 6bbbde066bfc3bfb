using Trawl.Ipc.Bench.Channels;

namespace Trawl.Ipc.Bench.Many;

/// <summary>Trawl.Ipc's server with one dispatcher thread, every request echoed.</summary>
internal static class TrawlLoop
{
    internal const ushort Echo = 1;

    internal static int Serve(string way, string path)
    {
        var handlers = new IpcHandlers().OnInline(Echo, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload));
        var options = TrawlChannel.With(way, new IpcServerOptions { Dispatchers = 1, RingBytes = 1 << 16 });
        using var server = IpcServer.Listen(TrawlChannel.EndpointAt(path), handlers, options);
        Roles.SayReady();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }
}
