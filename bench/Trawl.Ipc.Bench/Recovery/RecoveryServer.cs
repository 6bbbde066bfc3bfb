namespace Trawl.Ipc.Bench.Recovery;

/// <summary>The process that is killed: a server with one method, as small as a worker can be.</summary>
internal static class RecoveryServer
{
    internal const ushort Echo = 1;

    internal static int Serve(string path)
    {
        using var server = Listen(IpcEndpoint.At(path));
        using var orders = Console.OpenStandardInput();
        while (orders.ReadByte() >= 0)
        {
        }

        return 0;
    }

    internal static IpcServer Listen(IpcEndpoint endpoint) =>
        IpcServer.Listen(endpoint, new IpcHandlers().OnInline(Echo, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload)));
}
