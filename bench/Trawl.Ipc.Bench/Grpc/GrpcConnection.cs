using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Trawl.Ipc.Bench.Work;

namespace Trawl.Ipc.Bench.Grpc;

/// <summary>One HTTP/2 connection over a Unix socket; calls with the wire of gRPC.</summary>
internal sealed class GrpcConnection(string path) : IDisposable
{
    private static readonly MediaTypeHeaderValue s_type = new("application/grpc");

    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    internal static byte[] Wrap(Codec codec, object message)
    {
        var buffer = new byte[GrpcServer.PrefixSize + codec.Measure(message)];
        var size = codec.Write(message, buffer.AsSpan(GrpcServer.PrefixSize));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(1), size);
        return buffer[..(GrpcServer.PrefixSize + size)];
    }

    /// <summary>Calls back with each message of the answer.</summary>
    internal async Task CallAsync(byte kind, ReadOnlyMemory<byte> wrapped, Action<ReadOnlyMemory<byte>> onMessage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://local/{kind}")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ReadOnlyMemoryContent(wrapped) { Headers = { ContentType = s_type } },
        };
        using var response = await _invoker.SendAsync(request, default);
        using var stream = await response.Content.ReadAsStreamAsync();
        await ReadAsync(stream, onMessage);
        if (!response.TrailingHeaders.TryGetValues("grpc-status", out var status) || status.Single() != "0")
            throw new InvalidOperationException("The call failed.");
    }

    public void Dispose() => _invoker.Dispose();

    private static async Task ReadAsync(Stream stream, Action<ReadOnlyMemory<byte>> onMessage)
    {
        var buffer = new byte[1 << 14];
        var (start, end) = (0, 0);
        while (true)
        {
            if (end == buffer.Length) (buffer, start, end) = Larger(buffer, start, end);
            var count = await stream.ReadAsync(buffer.AsMemory(end));
            if (count == 0) return;
            end += count;
            while (Whole(buffer, start, end) is var size && size > 0)
            {
                onMessage(buffer.AsMemory(start + GrpcServer.PrefixSize, size - GrpcServer.PrefixSize));
                start += size;
            }

            if (start == end) (start, end) = (0, 0);
        }
    }

    private static int Whole(byte[] buffer, int start, int end)
    {
        if (end - start < GrpcServer.PrefixSize) return 0;
        var size = GrpcServer.PrefixSize + BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + 1));
        return size <= end - start ? size : 0;
    }

    private static (byte[] Buffer, int Start, int End) Larger(byte[] buffer, int start, int end)
    {
        var larger = new byte[2 * buffer.Length];
        buffer.AsSpan(start, end - start).CopyTo(larger);
        return (larger, 0, end - start);
    }
}
