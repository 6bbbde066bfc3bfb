using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Tests.Calls;

public sealed class CallTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static TheoryData<IpcOptions> Ways => new()
    {
        new IpcOptions { Transport = IpcTransport.SharedMemory },
        new IpcOptions { Transport = IpcTransport.SharedMemory, Waiting = IpcWaiting.Block, RingBytes = 1 << 14 },
        new IpcOptions { Transport = IpcTransport.Socket },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task RepliesMatchTheirRequests(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        for (var i = 0; i < 2000; i++) Assert.Equal($"A{i}", client.Call(Methods.Upper, $"a{i}").Unwrap());
        for (var i = 0; i < 2000; i++) Assert.Equal($"A{i}", (await client.CallAsync(Methods.Upper, $"a{i}")).Unwrap());
    }

    // Room in a new socket gives the client's dispatcher a first turn, perhaps while the first caller looks for the reader. Who
    // rests after it must be woken by what comes, or that caller waits for ever.
    [Fact]
    public async Task AClientOverASocketIsServedFromItsFirstTurnOn()
    {
        using var server = new TestServer();
        for (var i = 0; i < 200; i++)
        {
            using var client = server.Connect(new IpcOptions { Transport = IpcTransport.Socket });
            var calls = Enumerable.Range(0, 4).Select(_ => client.CallAsync(Methods.Upper, "a").AsTask()).ToArray();
            Assert.All(await Task.WhenAll(calls).WaitAsync(s_patience), reply => Assert.Equal("A", reply.Unwrap()));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AClientThatNeverCalledAnswersAPing(IpcOptions options)
    {
        var connected = new TaskCompletionSource<IpcConnection>();
        using var server = new TestServer(new IpcServerOptions { OnConnected = connected.SetResult });
        using var idle = server.Connect(options);
        await (await connected.Task.WaitAsync(s_patience)).PingAsync().WaitAsync(s_patience);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ManyCallersShareOneConnection(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            var random = new Random(caller);
            for (var i = 0; i < 1000; i++)
            {
                var bytes = new byte[random.Next(0, 2000)];
                random.NextBytes(bytes);
                var method = i % 3 == 0 ? Methods.EchoPooled : Methods.Echo;
                var reply = i % 2 == 0 ? client.Call(method, bytes) : await client.CallAsync(method, bytes);
                Assert.True(reply.Unwrap().Span.SequenceEqual(bytes));
            }
        }))).WaitAsync(s_patience);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task LargeMessagesGoInFragmentsBothWays(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        foreach (var size in (int[])[0, 4000, 4072, 4073, 100_000, 262_120, 262_121, 1_000_000, 16_000_000])
        {
            var bytes = new byte[size];
            new Random(size).NextBytes(bytes);
            foreach (var method in (IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>[])[Methods.Echo, Methods.EchoPooled])
                Assert.True((await client.CallAsync(method, bytes).AsTask().WaitAsync(s_patience)).Unwrap().Span.SequenceEqual(bytes), $"{method.Id} {size}");
        }

        Assert.Equal(IpcErrorCode.TooLarge, client.Call(Methods.Echo, new byte[(16 << 20) + 1]).Error!.Code);
    }

    [Fact]
    public void FailuresAreTyped()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        Assert.Equal(IpcErrorCode.NoSuchMethod, client.Call(Methods.Missing, "").Error!.Code);
        var thrown = client.Call(Methods.Throw, "").Error!;
        Assert.Equal(IpcErrorCode.HandlerFailed, thrown.Code);
        Assert.DoesNotContain("secret", thrown.Message, StringComparison.Ordinal);
        var wrong = new IpcMethod<ReadOnlyMemory<byte>, string>(Methods.Upper.Id, IpcCodecs.Bytes, IpcCodecs.Text);
        Assert.Equal(IpcErrorCode.Malformed, client.Call(wrong, new byte[] { 0xFF, 0xFE }).Error!.Code);
        Assert.Equal("OK", client.Call(Methods.Upper, "ok").Unwrap());
    }

    [Fact]
    public async Task OneWayMessagesArriveInOrder()
    {
        using var server = new TestServer();
        using var client = server.Connect(new IpcOptions { RingBytes = 1 << 14 });
        for (var i = 0; i < 5000; i++) Assert.Null(client.Send(Methods.Note, $"{i}"));
        for (var i = 0; i < 5000; i++) Assert.True(await server.Noted.WaitAsync(s_patience));
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"{i}"), server.Notes);
    }

    [Fact]
    public async Task CancellingReachesTheHandler()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        using var source = new CancellationTokenSource();
        var call = client.CallAsync(Methods.Hang, "x", source.Token).AsTask();
        await server.HangBegan.Task.WaitAsync(s_patience);
        await source.CancelAsync();
        Assert.Equal(IpcErrorCode.Cancelled, (await call.WaitAsync(s_patience)).Error!.Code);
        await server.HangCancelled.Task.WaitAsync(s_patience);
        Assert.Equal("STILL", client.Call(Methods.Upper, "still").Unwrap());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACallEndsWhenItsTimeIsOver(bool blocking)
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var method = Methods.Hang with { Timeout = TimeSpan.FromMilliseconds(50) };
        var result = await Task.Run(async () => blocking ? client.Call(method, "x") : await client.CallAsync(method, "x")).WaitAsync(s_patience);
        Assert.Equal(IpcErrorCode.TimedOut, result.Error!.Code);
        await server.HangCancelled.Task.WaitAsync(s_patience);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhenTheServerGoesOpenCallsFail(bool blocking)
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var call = Task.Run(async () => blocking ? client.Call(Methods.Hang, "x") : await client.CallAsync(Methods.Hang, "x"));
        await server.HangBegan.Task.WaitAsync(s_patience);
        server.Dispose();
        Assert.Equal(IpcErrorCode.PeerGone, (await call.WaitAsync(s_patience)).Error!.Code);
        Assert.Equal(IpcErrorCode.PeerGone, (await client.Closed.WaitAsync(s_patience)).Code);
        Assert.Equal(IpcErrorCode.PeerGone, client.Call(Methods.Upper, "x").Error!.Code);
    }

    [Fact]
    public async Task WhenTheClientGoesItsHandlersAreCancelled()
    {
        using var server = new TestServer();
        var client = server.Connect();
        var call = client.CallAsync(Methods.Hang, "x").AsTask();
        await server.HangBegan.Task.WaitAsync(s_patience);
        client.Dispose();
        Assert.Equal(IpcErrorCode.Closed, (await call.WaitAsync(s_patience)).Error!.Code);
        await server.HangCancelled.Task.WaitAsync(s_patience);
    }

    [Fact]
    public async Task TheServerCanCallBack()
    {
        var connected = new TaskCompletionSource<IpcConnection>();
        using var server = new TestServer(new IpcServerOptions { OnConnected = connected.SetResult });
        using var client = server.Connect(handlers: new IpcHandlers().OnInline(Methods.Upper, text => $"client {text}"));
        var back = await connected.Task.WaitAsync(s_patience);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal($"client {i}", back.Call(Methods.Upper, $"{i}").Unwrap());
            Assert.Equal($"A{i}", client.Call(Methods.Upper, $"a{i}").Unwrap());
        }

        await client.PingAsync().WaitAsync(s_patience);
        await back.PingAsync().WaitAsync(s_patience);
    }
}
