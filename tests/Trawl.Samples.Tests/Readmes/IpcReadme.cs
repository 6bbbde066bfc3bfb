using Trawl.Ipc;
using Trawl.Ipc.Codecs;

namespace Trawl.Samples.Tests.Readmes;

/// <summary>What the README of Trawl.Ipc shows.</summary>
public sealed class IpcReadme
{
    [Fact]
    public async Task CallsAndStreams()
    {
        var said = new List<string>();
        var name = $"readme-{Environment.ProcessId}";

        // region: example
        // What both sides know: numbers and codecs.
        var upper = new IpcMethod<string, string>(1, IpcCodecs.Text, IpcCodecs.Text) { IsIdempotent = true };
        var count = new IpcMethod<string, string>(2, IpcCodecs.Text, IpcCodecs.Text);

        // One process serves.
        var handlers = new IpcHandlers()
            .OnInline(upper, text => text.ToUpperInvariant())
            .OnStream(count, async (to, items, call) =>
            {
                for (var i = 0; i < int.Parse(to); i++)
                    if (await items.WriteAsync($"{i}", call.Cancellation) is { } error) return error;
                return null;
            });
        using var server = IpcServer.Listen(IpcEndpoint.Named(name), handlers);

        // Another calls. A result is a value or a typed error, never an exception.
        using var connection = IpcConnection.Connect(IpcEndpoint.Named(name)).Unwrap();
        IpcResult<string> reply = connection.Call(upper, "hello");
        if (reply.TryGet(out var text, out var failure)) said.Add(text);
        else said.Add($"{failure.Code}: {failure.Message}");
        await foreach (var item in connection.Stream(count, "3")) said.Add(item);
        // endregion

        Assert.Equal(["HELLO", "0", "1", "2"], said);
    }

    [Fact]
    public async Task ComesBackPoolsAndBytes()
    {
        var endpoint = IpcEndpoint.Named($"readme-more-{Environment.ProcessId}");
        var upper = new IpcMethod<string, string>(1, IpcCodecs.Text, IpcCodecs.Text) { IsIdempotent = true };
        var page = new IpcMethod<string, ReadOnlyMemory<byte>>(2, IpcCodecs.Text, IpcCodecs.Bytes);
        using var server = IpcServer.Listen(endpoint, new IpcHandlers()
            .OnInline(upper, text => text.ToUpperInvariant())
            .OnInline(3, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload))
            .OnStream(page, async (url, items, call) =>
            {
                await using var target = items.AsStream();
                await target.WriteAsync(new byte[200_000], call.Cancellation);
                return null;
            }));
        var cancellation = CancellationToken.None;

        // region: more
        // Comes back after the server did; only requests of idempotent methods are repeated.
        using var client = new IpcClient(endpoint);
        IpcResult<string> again = await client.CallAsync(upper, "hello", cancellation);

        // A connection for oneself: grows by how long others had to wait, shrinks by how long it was idle.
        using var pool = new IpcPool(endpoint, new IpcPoolOptions { MaxSize = 8 });
        using (var lease = (await pool.AcquireAsync(cancellation)).Unwrap())
        {
            // Bytes without a codec, and as a stream.
            byte[] bytes = (await lease.Connection.CallAsync(3, [1, 2, 3], cancellation)).Unwrap();
            await using Stream body = lease.Connection.OpenRead(page, "https://example.com/");
            await body.CopyToAsync(Stream.Null, cancellation);
        }

        // Another process can look at this one: trawl ipc top, or IpcStats.ReadAsync.
        using var stats = IpcStats.Serve();
        // endregion

        Assert.Equal("HELLO", again.Unwrap());
        Assert.Equal(1, pool.Counters.Made);
    }
}
