using System.Buffers.Binary;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>What one peer can take is bounded, and its neighbours do not notice.</summary>
public sealed class LimitTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(2, 100, "The server has its 2 connections.")]
    [InlineData(100, 2, "has its 2 connections.")]
    public async Task ConnectionsAreLimitedInAllAndForEachProcess(int all, int each, string reason)
    {
        using var server = new TestServer(new IpcServerOptions { MaxConnections = all, MaxConnectionsPerProcess = each });
        using var first = server.Connect();
        var second = server.Connect();
        Assert.True(second.Call(Methods.Upper, "x").IsOk);
        var refused = IpcConnection.Connect(server.Endpoint).Error!;
        Assert.Equal(IpcErrorCode.Busy, refused.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Server.TurnedAway);
        Assert.True(first.Call(Methods.Upper, "x").IsOk);
        var gone = server.Server.Connections.Single(connection => connection.Session == second.Session);
        second.Dispose();
        await gone.Closed.WaitAsync(s_patience);
        Assert.True(SpinWait.SpinUntil(() => IpcConnection.Connect(server.Endpoint).TryGet(out var third, out _) && third.Call(Methods.Upper, "x").IsOk, s_patience));
    }

    [Fact]
    public async Task CallsAreLimited()
    {
        using var server = new TestServer();
        using var client = server.Connect(new IpcOptions { MaxCalls = 3 });
        using var stop = new CancellationTokenSource();
        var open = Enumerable.Range(0, 3).Select(_ => client.CallAsync(Methods.Hang, "x", stop.Token).AsTask()).ToArray();
        Assert.Equal(IpcErrorCode.Busy, client.Call(Methods.Upper, "x").Error!.Code);
        await stop.CancelAsync();
        await Task.WhenAll(open).WaitAsync(s_patience);
        Assert.True(client.Call(Methods.Upper, "x").IsOk);
    }

    [Fact]
    public void APeerThatOpensMoreCallsThanItMayIsTold()
    {
        using var server = new TestServer(new IpcServerOptions { MaxCalls = 4 });
        using var peer = new RawPeer(server.Endpoint);
        for (ulong id = 2; id <= 40; id += 2) peer.Request(id, Methods.Hang.Id, "x"u8);
        var refused = 0;
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                while (peer.Transport.Consumer.TryRead(out var header, out var payload))
                {
                    if (header.Type == FrameType.Error && BinaryPrimitives.ReadUInt16LittleEndian(payload) == (ushort)IpcErrorCode.Busy) refused++;
                    peer.Transport.Consumer.Advance();
                }

                return refused == 12;
            },
            s_patience));
    }

    [Fact]
    public void MemoryForUnfinishedMessagesIsLimited()
    {
        using var server = new TestServer(new IpcServerOptions { MaxAssemblyBytes = 1 << 20 });
        using var honest = server.Connect();
        using var peer = new RawPeer(server.Endpoint);
        var fragment = new byte[60_000];
        BinaryPrimitives.WriteInt32LittleEndian(fragment, 8 << 20);
        for (ulong id = 2; id < 20; id += 2)
        {
            if (!peer.Transport.Producer.TryReserve(fragment.Length, out _)) break;
            peer.Send(FrameType.Request, id, fragment, FrameFlags.First);
        }

        peer.ExpectEnd();
        Assert.True(honest.Call(Methods.Upper, "x").IsOk);
    }

    [Theory]
    [InlineData(FrameFlags.First, 17 << 20, "more than a message may have")]
    [InlineData(FrameFlags.First, 10, "less than came")]
    [InlineData(FrameFlags.None, 0, "a continuation of nothing")]
    public void FragmentsThatMakeNoSenseEndTheConnection(FrameFlags flags, int announced, string what)
    {
        using var server = new TestServer();
        using var honest = server.Connect();
        using var peer = new RawPeer(server.Endpoint);
        var fragment = new byte[100];
        BinaryPrimitives.WriteInt32LittleEndian(fragment, announced);
        peer.Send(FrameType.Request, 2, fragment, flags);
        peer.ExpectEnd();
        Assert.True(honest.Call(Methods.Upper, what).IsOk);
    }

    [Fact]
    public async Task APeerThatTakesNothingIsDisconnectedAndNobodyWaitsForIt()
    {
        using var server = new TestServer(new IpcServerOptions { SlowPeerTimeout = TimeSpan.FromMilliseconds(200), MaxQueuedBytes = 1 << 20 });
        using var neighbour = server.Connect();
        using var peer = new RawPeer(server.Endpoint, new IpcOptions { RingBytes = 1 << 16 });
        Assert.True(SpinWait.SpinUntil(() => server.Server.Connections.Count == 2, s_patience));
        var connection = server.Server.Connections.Single(c => c.Session != neighbour.Session);
        var body = new byte[8000];

        // Replies fill the ring, then the queue; what lies in the queue is taken by nobody.
        for (ulong id = 2; connection.Link.Sender.QueuedBytes == 0; id += 2)
        {
            if (peer.Transport.Producer.TryReserve(8 + body.Length, out _)) peer.Request(id, Methods.Echo.Id, body);
            Assert.True(neighbour.Call(Methods.Upper, "x").IsOk);
        }

        Assert.True(SpinWait.SpinUntil(() => neighbour.Call(Methods.Upper, "y").IsOk && connection.Closed.IsCompleted, s_patience));
        Assert.Equal(IpcErrorCode.TooSlow, (await connection.Closed.WaitAsync(s_patience)).Code);
        Assert.InRange(connection.Counters.MessagesReceived, 1, 400);
    }

    [Fact]
    public void WhoDoesNotGreetInTimeIsTurnedAway()
    {
        using var server = new TestServer(new IpcServerOptions { HandshakeTimeout = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(0, Native.UnixSocket.TryConnect(server.Endpoint.Path, out var silent));
        using (silent)
        {
            Assert.True(silent!.WaitReadable(20_000));
            Assert.True(SpinWait.SpinUntil(() => server.Server.TurnedAway == 1, s_patience));
        }

        using var client = server.Connect(new IpcOptions { HandshakeTimeout = s_patience });
        Assert.True(client.Call(Methods.Upper, "x").IsOk);
    }
}
