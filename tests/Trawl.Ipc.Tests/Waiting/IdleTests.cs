using System.Globalization;
using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Waiting;

/// <summary>Idle is idle: counted by the kernel as context switches of the dispatchers' threads, not by a clock.</summary>
[Collection(Alone.Name)]
public sealed class IdleTests
{
    private const int Connections = 300;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData(IpcTransport.SharedMemory)]
    [InlineData(IpcTransport.Socket)]
    public async Task NobodyWakesUpWhileNothingHappens(IpcTransport transport)
    {
        using var server = new TestServer(new IpcServerOptions { RingBytes = 1 << 14 });
        var clients = Enumerable.Range(0, Connections).Select(_ => server.Connect(new IpcOptions { Transport = transport, RingBytes = 1 << 14 })).ToArray();
        foreach (var client in clients) client.Call(Methods.Upper, "x").Unwrap();

        // A client lingers for a tick after its call before it asks for bells; then both dispatchers block for good.
        Assert.True(SpinWait.SpinUntil(() => SwitchesWhile(TimeSpan.FromMilliseconds(50)) == 0, s_patience));
        var wakeUps = WakeUps(server, clients);
        var before = Switches();

        // Idleness needs time to pass: this is no wait for something to happen.
        await Task.Delay(s_idle);
        Assert.Equal(before, Switches());
        Assert.Equal(wakeUps, WakeUps(server, clients));

        foreach (var client in clients) Assert.Equal("Y", client.Call(Methods.Upper, "y").Unwrap());
        foreach (var client in clients) client.Dispose();
    }

    private static long SwitchesWhile(TimeSpan time)
    {
        var before = Switches();
        Thread.Sleep(time);
        return Switches() - before;
    }

    private static long WakeUps(TestServer server, IpcConnection[] clients) =>
        server.Server.Connections.Concat(clients).Sum(connection => connection.Counters.WakeUps + connection.Counters.Sleeps + connection.Counters.Spins);

    // Both kinds: given up by itself, and taken away.
    private static long Switches() =>
        (from task in Directory.EnumerateDirectories("/proc/self/task")
         where File.ReadAllText(Path.Combine(task, "comm")).StartsWith("trawl-ipc-", StringComparison.Ordinal)
         from line in File.ReadAllLines(Path.Combine(task, "status"))
         where line.Contains("_ctxt_switches:", StringComparison.Ordinal)
         select long.Parse(line.Split('\t')[^1], CultureInfo.InvariantCulture)).Sum();
}
