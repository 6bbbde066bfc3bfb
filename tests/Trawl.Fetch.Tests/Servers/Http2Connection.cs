using System.Buffers.Binary;

namespace Trawl.Fetch.Tests.Servers;

/// <summary>The server's end of one HTTP/2 connection, frame by frame (RFC 9113 §4.1), however wrong they are.</summary>
public sealed class Http2Connection(Stream stream, CancellationToken cancellationToken)
{
    public const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, PushPromise = 5, Ping = 6, GoAway = 7, Continuation = 9;
    public const byte EndStream = 1, Ack = 1, EndHeaders = 4;

    /// <summary>":status: 200" of the static table (RFC 7541 appendix A).</summary>
    public static ReadOnlyMemory<byte> Ok { get; } = new byte[] { 0x88 };

    public CancellationToken Stopped => cancellationToken;

    /// <summary>Greets as the protocol asks and answers the stream of the first request.</summary>
    public async Task<int> ReadRequestAsync()
    {
        await stream.ReadExactlyAsync(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length], cancellationToken);
        await SendAsync(Settings, 0, 0, default);
        return await NextRequestAsync();
    }

    /// <summary>The stream of the next request; what else comes is passed over.</summary>
    public async Task<int> NextRequestAsync()
    {
        while (true)
        {
            var (type, stream) = await ReadFrameAsync();
            if (type == Headers) return stream;
        }
    }

    public Task SendAsync(byte type, byte flags, int on, ReadOnlyMemory<byte> payload) => SendAsync(type, flags, on, payload, payload.Length);

    /// <summary>A frame that says it is as long as it is told to say.</summary>
    public async Task SendAsync(byte type, byte flags, int on, ReadOnlyMemory<byte> payload, int length)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, length << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), on);
        payload.CopyTo(frame.AsMemory(9));
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public Task ResetAsync(int on, int code) => SendAsync(Reset, 0, on, Number(code));

    public static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>Returns when the client has closed its end, whichever way.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            while (await stream.ReadAsync(new byte[4096], cancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a close too.
        }
    }

    private async Task<(byte Type, int Stream)> ReadFrameAsync()
    {
        var head = new byte[9];
        await stream.ReadExactlyAsync(head, cancellationToken);
        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head) >>> 8], cancellationToken);
        return (head[3], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)));
    }
}
