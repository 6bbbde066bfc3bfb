using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Fuzz;

/// <summary>A server with a handler of every shape and a decoder of every kind.</summary>
internal sealed class Target : IDisposable
{
    public static readonly IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Echo = new(1, IpcCodecs.Bytes, IpcCodecs.Bytes);
    public static readonly IpcMethod<string, string> Upper = new(2, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<FuzzMessage, FuzzMessage> Json = new(3, IpcCodecs.Json(FuzzJson.Default.FuzzMessage), IpcCodecs.Json(FuzzJson.Default.FuzzMessage));
    public static readonly IpcMethod<IpcNothing, IpcNothing> Nothing = new(4, IpcCodecs.Nothing, IpcCodecs.Nothing);
    public static readonly IpcMethod<string, string> Stream = new(5, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Upload = new(6, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Duplex = new(7, IpcCodecs.Text, IpcCodecs.Text);
    public static readonly IpcMethod<string, string> Pooled = new(8, IpcCodecs.Text, IpcCodecs.Text);
    public const int Methods = 8;

    // A fuzz goes on beside other work, which may take the machine for seconds.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public Target()
    {
        Folder = Directory.CreateTempSubdirectory("trawl-ipc-fuzz-").FullName;
        Endpoint = IpcEndpoint.At(Path.Combine(Folder, "ipc.sock"));
        Server = IpcServer.Listen(Endpoint, Handlers(), new IpcServerOptions
        {
            RingBytes = 1 << 15, MaxCalls = 64, MaxMessageBytes = 1 << 20, Backlog = 64, HandshakeTimeout = Patience,
            Compression = IpcCompression.Deflate | IpcCompression.Brotli,
        });
    }

    public string Folder { get; }

    public IpcEndpoint Endpoint { get; }

    public IpcServer Server { get; }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static IpcHandlers Handlers() => new IpcHandlers()
        .OnInline(Echo.Id, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload))
        .OnInline(Upper, text => text.ToUpperInvariant())
        .OnInline(Json, message => message)
        .OnInline(Nothing, nothing => nothing)
        .OnStream(Stream, async (text, writer, call) =>
        {
            for (var i = 0; i < text.Length % 20; i++)
                if (await writer.WriteAsync(text, call.Cancellation) is { } error) return error;
            return null;
        })
        .OnUpload(Upload, async (items, call) =>
        {
            var length = 0;
            await foreach (var item in items.WithCancellation(call.Cancellation)) length += item.Length;
            return $"{length}";
        })
        .OnDuplex(Duplex, async (items, writer, call) =>
        {
            await foreach (var item in items.WithCancellation(call.Cancellation))
                if (await writer.WriteAsync(item, call.Cancellation) is { } error) return error;
            return null;
        })
        .OnCall(Pooled, (text, _) => ValueTask.FromResult<IpcResult<string>>(text));
}
