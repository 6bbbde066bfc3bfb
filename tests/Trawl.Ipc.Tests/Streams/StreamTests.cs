using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Streams;

public sealed class StreamTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static TheoryData<IpcOptions> Ways => CallTests.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AServersStreamComesWholeAndInOrder(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        Assert.Equal(Enumerable.Range(0, 50_000).Select(i => $"{i}"), await client.Stream(Methods.Count, "50000").ToListAsync().AsTask().WaitAsync(s_patience));
        Assert.Equal(0, client.OpenCalls);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AClientsStreamGetsOneReply(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        using var upload = client.Upload(Methods.Join).Unwrap();
        for (var i = 0; i < 50_000; i++) Assert.Null(await upload.WriteAsync($"{i}"));
        var joined = (await upload.CompleteAsync().AsTask().WaitAsync(s_patience)).Unwrap();
        Assert.Equal(string.Join(",", Enumerable.Range(0, 50_000)), joined);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ItemsGoBothWays(IpcOptions options)
    {
        using var server = new TestServer();
        using var client = server.Connect(options);
        using var duplex = client.Duplex(Methods.UpperEach).Unwrap();
        var reading = duplex.Items.ToListAsync().AsTask();
        for (var i = 0; i < 10_000; i++) Assert.Null(await duplex.WriteAsync($"a{i}"));
        duplex.CompleteWrites();
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"A{i}"), await reading.WaitAsync(s_patience));
    }

    [Fact]
    public async Task WhoStopsReadingStopsTheStream()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var count = 0;
        await foreach (var item in client.Stream(Methods.Flood, new byte[1000]))
            if (++count == 10) break;

        Assert.Equal(0, client.OpenCalls);
        Assert.Equal("OK", client.Call(Methods.Upper, "ok").Unwrap());
    }

    [Fact]
    public async Task ASlowConsumerHoldsItsStreamAndNobodyElse()
    {
        using var server = new TestServer();
        using var slow = server.Connect(new IpcOptions { StreamCredit = 64 * 1024 });
        using var neighbour = server.Connect();
        await using var items = slow.Stream(Methods.Flood, new byte[1000]).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        for (var i = 0; i < 2000; i++)
        {
            Assert.Equal("X", neighbour.Call(Methods.Upper, "x").Unwrap());
            Assert.Equal("Y", slow.Call(Methods.Upper, "y").Unwrap());
        }

        Assert.InRange(Interlocked.Read(ref server.FloodWritten), 1, 70 * 1024);
    }

    [Fact]
    public async Task AStreamThatFailsSaysSo()
    {
        using var server = new TestServer();
        using var client = server.Connect();
        var failure = await Assert.ThrowsAsync<IpcException>(async () => await client.Stream(Methods.Count, "no number").ToListAsync());
        Assert.Equal(IpcErrorCode.HandlerFailed, failure.Error.Code);
    }
}
