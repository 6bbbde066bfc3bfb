using System.Diagnostics.Metrics;
using System.Text.Json;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Tests.Calls;
using Trawl.Ipc.Tests.Connections;
using Trawl.Ipc.Tests.Processes;

namespace Trawl.Ipc.Tests.Diagnostics;

/// <summary>What is counted is what was done, and others can see it.</summary>
[Collection(Alone.Name)]
public sealed class StatsTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly IpcMethod<string, string> s_upper = new(1, IpcCodecs.Text, IpcCodecs.Text);

    [Fact]
    public void CountersTellWhatAConnectionDid()
    {
        using var server = new TestServer();
        using var client = server.Connect(new IpcOptions { Label = "mine" });
        for (var i = 0; i < 160; i++) client.Call(Methods.Upper, "hello").Unwrap();
        var stats = IpcStats.Take().Connections.Where(connection => connection.Session == client.Session).ToArray();
        var mine = stats.Single(connection => !connection.IsServer);
        var theirs = stats.Single(connection => connection.IsServer);
        Assert.Equal(("mine", 160L, 160L * 5), (mine.Label, mine.Totals.MessagesReceived, mine.Totals.BytesReceived));
        Assert.Equal((160L, 160L * 13), (mine.Totals.MessagesSent, mine.Totals.BytesSent));
        Assert.Equal((160L, 160L), (theirs.Totals.MessagesReceived, theirs.Totals.MessagesSent));
        Assert.Equal((10L, 10L), (mine.CallTime.Timed, theirs.ServiceTime.Timed));
        Assert.InRange(mine.CallTime.P50, 0.001, mine.CallTime.Longest);
        Assert.True(mine.Totals.Spins + mine.Totals.Sleeps > 0 && mine.Totals.SpinsWon <= mine.Totals.Spins);
        Assert.Equal(Environment.ProcessId, mine.PeerProcess);
    }

    [Fact]
    public void ABareChannelCountsToo()
    {
        using var pair = new ChannelPair(serverOptions: new IpcServerOptions { Label = "bare" });
        Assert.True(pair.Client.TrySend([1, 2, 3]));
        Assert.Equal(IpcWait.Ready, pair.Server.WaitToRead(s_patience));
        Assert.True(pair.Server.TryRead(out _));
        pair.Server.Advance();
        Assert.Equal((1L, 3L), (pair.Client.Counters.MessagesSent, pair.Client.Counters.BytesSent));
        Assert.Equal((1L, 3L), (pair.Server.Counters.MessagesReceived, pair.Server.Counters.BytesReceived));
        Assert.Contains(IpcStats.Take().Connections, connection => connection is { Label: "bare", IsServer: true });
    }

    [Fact]
    public async Task EndedConnectionsStayInTheTotals()
    {
        using var server = new TestServer();
        var before = IpcStats.Take().Totals.MessagesSent;
        var client = server.Connect();
        for (var i = 0; i < 50; i++) client.Call(Methods.Upper, "x").Unwrap();
        var serverSide = server.Server.Connections.Single();
        client.Dispose();
        await client.Closed.WaitAsync(s_patience);
        await serverSide.Closed.WaitAsync(s_patience);
        Assert.Equal(100, IpcStats.Take().Totals.MessagesSent - before);
        Assert.DoesNotContain(IpcStats.Take().Connections, connection => connection.Session == client.Session);
    }

    [Fact]
    public async Task TheMeterShowsTheSameAndReconnectsAndPools()
    {
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "Trawl.Ipc") l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen[Key(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen[Key(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen[Key(instrument, tags)] = value);
        listener.Start();
        var server = new TestServer();
        using var client = new IpcClient(server.Endpoint);
        for (var i = 0; i < 32; i++) (await client.CallAsync(Methods.Upper, "x")).Unwrap();
        var first = client.Current!;
        server.Dispose();
        await first.Closed.WaitAsync(s_patience);
        using var next = new TestServer(endpoint: server.Endpoint);
        (await client.CallAsync(Methods.Upper, "x")).Unwrap();
        using var pool = new IpcPool(next.Endpoint);
        (await pool.AcquireAsync()).Unwrap().Dispose();
        (await pool.AcquireAsync()).Unwrap().Dispose();
        listener.RecordObservableInstruments();
        var totals = IpcStats.Take();
        Assert.Equal(totals.Totals.MessagesSent, seen["trawl.ipc.messages sent"]);
        Assert.Equal(totals.Totals.BytesReceived, seen["trawl.ipc.bytes received"]);
        Assert.Equal(totals.Reconnects, seen["trawl.ipc.reconnects"]);
        Assert.True(totals.Reconnects >= 1);
        Assert.Equal((1, 1), (seen["trawl.ipc.pool.acquires made"], seen["trawl.ipc.pool.acquires idle"]));
        Assert.True(seen["trawl.ipc.connections"] >= 4 && seen["trawl.ipc.call.duration"] > 0 && seen["trawl.ipc.service.duration"] > 0);
        Assert.All(["trawl.ipc.sleeps", "trawl.ipc.wake_ups", "trawl.ipc.bells", "trawl.ipc.corruptions", "trawl.ipc.spins won"], name => Assert.Contains(name, seen.Keys));
    }

    [Fact]
    public async Task AnotherProcessIsSeenByItsStatsEndpoint()
    {
        var endpoint = TestEndpoint.New();
        using var peer = await PeerProcess.StartAsync("serve", endpoint.Path, "--stats");
        using var client = IpcConnection.Connect(endpoint).Unwrap();
        for (var i = 0; i < 20; i++) client.Call(s_upper, "hello").Unwrap();
        var found = IpcStats.Find().Single(e => e.Path.Contains($"stats-{peer.Id}/", StringComparison.Ordinal));
        var stats = (await IpcStats.ReadAsync(found)).Unwrap();
        Assert.Equal((peer.Id, "Trawl.Ipc.Peer"), (stats.Process, stats.Program));
        var connection = Assert.Single(stats.Connections);
        Assert.Equal((client.Session, 20L, Environment.ProcessId), (connection.Session, connection.Totals.MessagesReceived, connection.PeerProcess));
        peer.Kill();
        Assert.DoesNotContain(found, IpcStats.Find());
    }

    // The reply's JSON is part of the format.
    [Fact]
    public async Task TheStatsAreReadableFromAnyLanguage()
    {
        using var server = IpcStats.Serve();
        var raw = new IpcMethod<IpcNothing, string>(1, IpcCodecs.Nothing, IpcCodecs.Text);
        using var pair = new ChannelPair();
        using var client = IpcConnection.Connect(server.Endpoint).Unwrap();
        using var json = JsonDocument.Parse((await client.CallAsync(raw, default)).Unwrap());
        Assert.Equal(Environment.ProcessId, json.RootElement.GetProperty("process").GetInt32());
        var connection = json.RootElement.GetProperty("connections")[0];
        Assert.Equal("SharedMemory", connection.GetProperty("transport").GetString());
        Assert.Equal(JsonValueKind.Number, connection.GetProperty("callTime").GetProperty("p99").ValueKind);
    }

    private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
}
