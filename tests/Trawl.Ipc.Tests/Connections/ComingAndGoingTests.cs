using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Connections;

/// <summary>Connections that come and go leave nothing behind at either end: no object, no descriptor, no mapped memory.</summary>
[Collection(Alone.Name)]
public sealed class ComingAndGoingTests
{
    private const int WarmUp = 2000;
    private const int Connections = 10000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(IpcTransport.SharedMemory)]
    [InlineData(IpcTransport.Socket)]
    public void NothingIsLeftBehind(IpcTransport transport)
    {
        using var server = new TestServer();
        ComeAndGo(server, transport, WarmUp);
        var (objects, descriptors, maps) = Left();
        ComeAndGo(server, transport, Connections);
        var after = Left();

        // Less than two of the smallest objects a connection: pools that fill and the test host, not a leak.
        Assert.InRange((after.Objects - objects) / Connections, long.MinValue, 40);
        Assert.InRange(after.Descriptors - descriptors, int.MinValue, 20);
        Assert.InRange(after.Maps - maps, int.MinValue, 200);
    }

    private static void ComeAndGo(TestServer server, IpcTransport transport, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var client = server.Connect(new IpcOptions { Transport = transport });
            Assert.True(client.Call(Methods.Upper, "x").IsOk);
        }

        Assert.True(SpinWait.SpinUntil(() => server.Server.Connections.Count == 0, s_patience));
    }

    private static (long Objects, int Descriptors, int Maps) Left()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return (GC.GetTotalMemory(forceFullCollection: true), Directory.GetFiles("/proc/self/fd").Length, File.ReadLines("/proc/self/maps").Count());
    }
}
