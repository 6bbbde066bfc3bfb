using Trawl.Ipc.Connections;
using Trawl.Ipc.Tests.Calls;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Processes;

/// <summary>Real processes, killed with SIGKILL.</summary>
[Collection(Alone.Name)]
public sealed class DeathTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly IpcMethod<string, string> s_upper = new(1, Codecs.IpcCodecs.Text, Codecs.IpcCodecs.Text);
    private static readonly IpcMethod<string, string> s_hang = new(2, Codecs.IpcCodecs.Text, Codecs.IpcCodecs.Text);

    [Theory]
    [InlineData(IpcTransport.SharedMemory)]
    [InlineData(IpcTransport.Socket)]
    public async Task AKilledServerFailsWhatIsOpenAndTheNextOneServes(IpcTransport transport)
    {
        var endpoint = TestEndpoint.New();
        using var first = await PeerProcess.StartAsync("serve", endpoint.Path);
        using var client = new IpcClient(endpoint, new IpcClientOptions { Transport = transport });
        Assert.Equal("A", (await client.CallAsync(s_upper, "a")).Unwrap());
        var open = client.CallAsync(s_hang, "x").AsTask();
        var blocked = Task.Run(() => client.Call(s_hang, "y"));
        Assert.Equal(first.Id, client.Current!.PeerProcess);
        Assert.True(SpinWait.SpinUntil(() => client.Current!.OpenCalls == 2, s_patience));
        first.Kill();
        Assert.Equal(IpcErrorCode.PeerGone, (await open.WaitAsync(s_patience)).Error!.Code);
        Assert.Equal(IpcErrorCode.PeerGone, (await blocked.WaitAsync(s_patience)).Error!.Code);

        // It could not remove its socket; whoever listens next replaces it.
        Assert.True(File.Exists(endpoint.Path));
        using var second = await PeerProcess.StartAsync("serve", endpoint.Path);
        Assert.Equal("B", (await client.CallAsync(s_upper, "b")).Unwrap());
    }

    /// <summary>What listens next to a killed server clears its socket and folder away, and touches nothing else.</summary>
    [Fact]
    public async Task WhatAKilledServerLeftIsSweptAway()
    {
        var runtime = Directory.CreateTempSubdirectory("trawl-ipc-").FullName;
        IpcEndpoint Endpoint(string name) => IpcEndpoint.At(Path.Combine(runtime, name, DeadEndpoints.SocketName));
        using var killed = await PeerProcess.StartAsync("serve", Endpoint("killed").Path);
        using var other = await PeerProcess.StartAsync("serve", Endpoint("other").Path);
        using var alive = await PeerProcess.StartAsync("serve", Endpoint("alive").Path);
        File.WriteAllText(Path.Combine(runtime, "other", "notes"), "not ours");
        Directory.CreateDirectory(Path.Combine(runtime, "empty"));
        killed.Kill();
        other.Kill();

        DeadEndpoints.Sweep(runtime, except: Path.Combine(runtime, "none"));

        Assert.Equal(["alive", "other"], Directory.EnumerateDirectories(runtime).Select(Path.GetFileName).Order());
        Assert.Equal(["notes"], Directory.EnumerateFileSystemEntries(Path.Combine(runtime, "other")).Select(Path.GetFileName));
        using var client = IpcConnection.Connect(Endpoint("alive")).Unwrap();
        Assert.Equal("A", client.Call(s_upper, "a").Unwrap());
    }

    [Fact]
    public async Task AKilledClientIsForgottenAndLeavesNothing()
    {
        using var server = new TestServer();
        var mappingsBefore = Mappings();
        using var peer = await PeerProcess.StartAsync("hold", server.Endpoint.Path, "20");
        Assert.Equal(mappingsBefore + 20, Mappings());
        var connections = server.Server.Connections.ToArray();
        Assert.Equal(20, connections.Length);
        peer.Kill();
        foreach (var connection in connections) Assert.Equal(IpcErrorCode.PeerGone, (await connection.Closed.WaitAsync(s_patience)).Code);
        Assert.Equal(["ipc.sock"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(server.Endpoint.Path)!).Select(Path.GetFileName));
        Assert.Equal(mappingsBefore, Mappings());
    }

    private static int Mappings() => File.ReadLines("/proc/self/maps").Count(line => line.Contains("memfd:trawl-ipc", StringComparison.Ordinal));

    [Fact]
    public async Task AClientKilledInTheMiddleOfItsCallsHarmsNobody()
    {
        using var server = new TestServer();
        using var neighbour = server.Connect();
        for (var i = 0; i < 3; i++)
        {
            using var peer = await PeerProcess.StartAsync("flood", server.Endpoint.Path);
            var connection = server.Server.Connections.Single(c => c.PeerProcess == peer.Id);
            for (var n = 0; n < 200; n++) Assert.Equal("X", neighbour.Call(Methods.Upper, "x").Unwrap());
            peer.Kill();
            await connection.Closed.WaitAsync(s_patience);
        }

        Assert.Equal("OK", neighbour.Call(Methods.Upper, "ok").Unwrap());
    }
}
