using System.Diagnostics;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;
using Trawl.Ipc.Segments;
using Trawl.Ipc.Transports;

namespace Trawl.Ipc.Handshakes;

/// <summary>The client's half of the greeting. It blocks, for at most the handshake's time.</summary>
internal sealed class ClientHandshake(UnixSocket socket, IpcOptions options)
{
    private readonly byte[] _answer = new byte[FrameHeader.Size + ErrorPayload.MaxSize];
    private readonly long _began = Stopwatch.GetTimestamp();
    private Descriptor? _memory;

    public Agreement? Agreement { get; private set; }

    public IpcResult<Transport> Run()
    {
        if (socket.Peer.User != Platform.User) return new IpcError(IpcErrorCode.Refused, "The server belongs to another user.");

        // A server that turns somebody away at the door does not wait for the greeting, but has said why.
        socket.Send(Protocol.HelloOf(options), out _);
        if (Receive(0, FrameHeader.Size) is { } early) return early;
        var header = FrameHeader.Read(_answer);
        if (!header.IsOurs || header.Length > ErrorPayload.MaxSize)
            return Corrupt("a greeting with a wrong magic number, version or length");
        var length = header.Type == FrameType.Error ? FrameHeader.Stride((int)header.Length) - FrameHeader.Size : (int)header.Length;
        if (Receive(FrameHeader.Size, Math.Min(length, ErrorPayload.MaxSize)) is { } late) return late;
        using (_memory) return Judge(header);
    }

    private IpcResult<Transport> Judge(FrameHeader header)
    {
        var frame = _answer.AsSpan(0, FrameHeader.Size + (int)header.Length);
        if (header.Type == FrameType.Error && header.Matches(frame[FrameHeader.Size..]))
            return ErrorPayload.Read(frame[FrameHeader.Size..]);
        if (!GreetingFrame.TryRead<Welcome>(frame, FrameType.Welcome, out var welcome)) return Corrupt("something else than a Welcome");
        if (welcome.Major != Protocol.Major || (welcome.Features & ~Protocol.Offer(options)) != 0
            || Protocol.Settle(welcome.Features) != welcome.Features || !SegmentLayout.IsRingSize(welcome.RingBytes))
            return new IpcError(IpcErrorCode.Unsupported, "The server chose a version, feature or size that was not offered.");
        Agreement = new(
            welcome.Session, welcome.Epoch, welcome.Features, (int)welcome.RingBytes,
            (int)Math.Clamp(welcome.MaxMessageBytes, 1024, (uint)options.MaxMessageBytes), (int)Math.Min(welcome.StreamCredit, int.MaxValue));
        return Open(Agreement);
    }

    private IpcResult<Transport> Open(Agreement agreement)
    {
        if ((agreement.Features & Features.SharedMemory) == 0)
            return options.Transport == IpcTransport.SharedMemory
                ? new IpcError(IpcErrorCode.Unsupported, "The server cannot share memory and this client wants it.")
                : new SocketTransport(socket, agreement.FrameBytes);
        if (_memory is null && !Platform.IsPortable) return Corrupt("a Welcome without its memory");
        return Segment.TryOpen(_memory, socket.Folder, agreement) is { } segment
            ? SharedTransport.ForClient(socket, segment, options.Trust)
            : Corrupt("memory whose size, seals or header are wrong");
    }

    private IpcError? Receive(int from, int count)
    {
        while (count > 0)
        {
            var left = options.HandshakeTimeout - Stopwatch.GetElapsedTime(_began);
            if (left <= TimeSpan.Zero || !socket.WaitReadable((int)left.TotalMilliseconds + 1))
                return new(IpcErrorCode.TimedOut, $"No answer to the greeting within {options.HandshakeTimeout.TotalSeconds:0.###} s.");
            var outcome = socket.ReceiveWith(_answer.AsSpan(from, count), out var received, out var memory);
            if (memory is not null) Keep(memory);
            if (outcome == SocketOutcome.Gone) return Gone();
            (from, count) = (from + received, count - received);
        }

        return null;
    }

    private void Keep(Descriptor memory)
    {
        _memory?.Dispose();
        _memory = memory;
    }

    private static IpcError Gone() => new(IpcErrorCode.PeerGone, "The server closed the connection during the greeting.");

    private static IpcError Corrupt(string what) => new(IpcErrorCode.Corrupt, $"The server sent {what}.");
}
