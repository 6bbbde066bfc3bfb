using System.Collections.Concurrent;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Calls;

/// <summary>A server with the test's methods, and connections to it.</summary>
internal sealed class TestServer : IDisposable
{
    public TestServer(IpcServerOptions? options = null, IpcEndpoint? endpoint = null)
    {
        Endpoint = endpoint ?? TestEndpoint.New();
        Server = IpcServer.Listen(Endpoint, Handlers(), options);
    }

    public IpcEndpoint Endpoint { get; }

    public IpcServer Server { get; }

    public ConcurrentQueue<string> Notes { get; } = new();

    public SemaphoreSlim Noted { get; } = new(0);

    public TaskCompletionSource HangBegan { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource HangCancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long FloodWritten;

    public IpcConnection Connect(IpcOptions? options = null, IpcHandlers? handlers = null) => IpcConnection.Connect(Endpoint, options, handlers).Unwrap();

    public void Dispose() => Server.Dispose();

    private IpcHandlers Handlers() => new IpcHandlers()
        .OnInline(Methods.Echo.Id, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload))
        .OnInline(Methods.Upper, text => text.ToUpperInvariant())
        .OnCall(Methods.Throw, (_, _) => throw new InvalidDataException("secret"))
        .OnCall(Methods.EchoPooled, (bytes, _) => ValueTask.FromResult<IpcResult<ReadOnlyMemory<byte>>>(bytes))
        .OnInline(Methods.Note, text => Note(text))
        .OnStream(Methods.Count, CountAsync)
        .OnUpload(Methods.Join, async (items, _) => string.Join(",", await items.ToListAsync()))
        .OnDuplex(Methods.UpperEach, UpperEachAsync)
        .OnStream(Methods.Flood, FloodAsync)
        .OnInline(NumberMethod.Square, number => number * number)
        .OnCall(Methods.Hang, HangAsync);

    private IpcResult<Trawl.Ipc.Codecs.IpcNothing> Note(string text)
    {
        Notes.Enqueue(text);
        Noted.Release();
        return default(Trawl.Ipc.Codecs.IpcNothing);
    }

    private static async ValueTask<IpcError?> CountAsync(string to, IpcStreamWriter<string> writer, IpcCall call)
    {
        for (var i = 0; i < int.Parse(to); i++)
            if (await writer.WriteAsync($"{i}", call.Cancellation) is { } error) return error;
        return null;
    }

    private static async ValueTask<IpcError?> UpperEachAsync(IAsyncEnumerable<string> items, IpcStreamWriter<string> writer, IpcCall call)
    {
        await foreach (var item in items)
            if (await writer.WriteAsync(item.ToUpperInvariant(), call.Cancellation) is { } error) return error;
        return null;
    }

    private async ValueTask<IpcError?> FloodAsync(ReadOnlyMemory<byte> item, IpcStreamWriter<ReadOnlyMemory<byte>> writer, IpcCall call)
    {
        while (true)
        {
            if (await writer.WriteAsync(item, call.Cancellation) is { } error) return error;
            Interlocked.Add(ref FloodWritten, item.Length);
        }
    }

    private async ValueTask<IpcResult<string>> HangAsync(string text, IpcCall call)
    {
        HangBegan.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, call.Cancellation);
        }
        finally
        {
            HangCancelled.TrySetResult();
        }

        return text;
    }
}
