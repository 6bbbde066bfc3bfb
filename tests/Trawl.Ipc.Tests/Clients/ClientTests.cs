using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Clients;

public sealed class ClientTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ItComesBackAfterTheServerDid()
    {
        var server = new TestServer();
        using var client = new IpcClient(server.Endpoint);
        Assert.Equal("A", (await client.CallAsync(Methods.Upper, "a")).Unwrap());
        var first = client.Current!;
        server.Dispose();
        using var next = new TestServer(endpoint: server.Endpoint);
        await first.Closed.WaitAsync(s_patience);
        Assert.Equal("B", (await client.CallAsync(Methods.Upper, "b")).Unwrap());
        Assert.Equal(1, client.Reconnects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnlyIdempotentRequestsAreRepeated(bool isIdempotent)
    {
        var server = new TestServer();
        using var client = new IpcClient(server.Endpoint);
        var call = client.CallAsync(Methods.Hang with { IsIdempotent = isIdempotent }, "x").AsTask();
        await server.HangBegan.Task.WaitAsync(s_patience);
        server.Dispose();
        using var next = new TestServer(endpoint: server.Endpoint);
        if (isIdempotent) await next.HangBegan.Task.WaitAsync(s_patience);
        else Assert.Equal(IpcErrorCode.PeerGone, (await call.WaitAsync(s_patience)).Error!.Code);
    }

    [Fact]
    public async Task WithoutAServerItFailsInTheEnd()
    {
        using var client = new IpcClient(Connections.TestEndpoint.New(), new IpcClientOptions { ReconnectTimeout = TimeSpan.FromMilliseconds(20) });
        Assert.Equal(IpcErrorCode.NotListening, (await client.CallAsync(Methods.Upper, "a")).Error!.Code);
    }
}
