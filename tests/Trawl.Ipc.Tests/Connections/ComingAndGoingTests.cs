using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Connections;

/// <summary>Connections that come and go leave nothing behind at either end: no object, no descriptor, no mapped memory.</summary>
[Collection(Alone.Name)]
public sealed class ComingAndGoingTests
{
    private const int WarmUp = 2000;
    private const int Connections = 4000;
    private const int Rounds = 3;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(IpcTransport.SharedMemory)]
    [InlineData(IpcTransport.Socket)]
    public void NothingIsLeftBehind(IpcTransport transport)
    {
        using var server = new TestServer();
        ComeAndGo(server, transport, WarmUp);
        var before = Left();
        var rounds = Enumerable.Range(0, Rounds).Select(_ => RoundOf(server, transport)).ToArray();
        var after = Left();

        // Less than two of the smallest objects a connection. A leak grows in every round; pools that fill and the test host do not.
        Assert.InRange(rounds.Min() / Connections, long.MinValue, 40);
        Assert.InRange(after.Descriptors - before.Descriptors, int.MinValue, 20);
        Assert.InRange(after.Maps - before.Maps, int.MinValue, 200);
    }

    private static long RoundOf(TestServer server, IpcTransport transport)
    {
        var before = Left().Objects;
        ComeAndGo(server, transport, Connections);
        return Left().Objects - before;
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
