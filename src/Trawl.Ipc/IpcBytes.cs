using System.Buffers;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Streams;

namespace Trawl.Ipc;

/// <summary>Calls with plain bytes, where no codec is wanted: arrays, buffer writers, streams.</summary>
public static class IpcBytes
{
    /// <summary>Calls with bytes and answers with bytes.</summary>
    public static IpcResult<byte[]> Call(this IpcConnection connection, ushort method, byte[] request, CancellationToken cancellation = default) =>
        connection.Call(ArrayMethod(method), request, cancellation);

    /// <summary>Calls with bytes and answers with bytes.</summary>
    public static ValueTask<IpcResult<byte[]>> CallAsync(
        this IpcConnection connection, ushort method, byte[] request, CancellationToken cancellation = default) =>
        connection.CallAsync(ArrayMethod(method), request, cancellation);

    /// <summary>Calls with what <paramref name="write"/> writes; the reply is added to <paramref name="reply"/>. Its length, or the failure.</summary>
    public static IpcResult<int> Call(
        this IpcConnection connection, ushort method, Action<IBufferWriter<byte>> write, IBufferWriter<byte> reply, CancellationToken cancellation = default)
    {
        var called = new IpcMethod<Action<IBufferWriter<byte>>, IpcBuffer>(method, IpcCodecs.Written, IpcCodecs.Buffer);
        if (!connection.Call(called, write, cancellation).TryGet(out var buffer, out var error)) return error;
        using (buffer)
        {
            reply.Write(buffer.Span);
            return buffer.Length;
        }
    }

    /// <summary>Sends bytes that get no answer; the failure, or null.</summary>
    public static IpcError? Send(this IpcConnection connection, ushort method, byte[] message) => connection.Send(ArrayMethod(method), message);

    /// <summary>Asks once and reads the items of the answer as one stream. Disposing of it early cancels the call.</summary>
    public static Stream OpenRead<TRequest>(this IpcConnection connection, IpcMethod<TRequest, ReadOnlyMemory<byte>> method, TRequest request) =>
        new ItemReadStream(connection.Stream(method, request));

    /// <summary>The items that come with a call, as one stream to read from: for handlers of uploads.</summary>
    public static Stream AsStream(this IAsyncEnumerable<ReadOnlyMemory<byte>> items) => new ItemReadStream(items);

    /// <summary>A stream whose bytes go out as items: for handlers of streams. Disposing of it ends nothing.</summary>
    public static Stream AsStream(this IpcStreamWriter<ReadOnlyMemory<byte>> writer) => new ItemWriteStream(writer.WriteAsync);

    /// <summary>A stream whose bytes go out as items. <see cref="IpcUpload{TItem,TReply}.CompleteAsync"/> says that all were sent.</summary>
    public static Stream AsStream<TReply>(this IpcUpload<ReadOnlyMemory<byte>, TReply> upload) => new ItemWriteStream(upload.WriteAsync);

    private static IpcMethod<byte[], byte[]> ArrayMethod(ushort method) => new(method, IpcCodecs.Array, IpcCodecs.Array);
}
