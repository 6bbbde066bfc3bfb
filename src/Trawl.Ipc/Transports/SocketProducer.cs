using System.Buffers;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Transports;

/// <summary>
/// Frames written into a buffer that <see cref="Publish"/> sends. What the kernel does not take is sent later, by whoever
/// waits on the socket: hence the lock, which the writer holds only to send and to move what is unsent.
/// </summary>
internal sealed class SocketProducer(UnixSocket socket, int frameBytes) : FrameProducer, IDisposable
{
    private readonly Lock _lock = new();
    private byte[] _buffer = [];
    private int _sent;
    private int _end;
    private bool _gone;

    public override bool IsCorrupt => false;

    public override int MaxPayload { get; } = frameBytes - FrameHeader.Size;

    public bool HasUnsent => Volatile.Read(ref _sent) < Volatile.Read(ref _end) && !_gone;

    public override bool TryReserve(int payload, out Span<byte> target)
    {
        if (payload > MaxPayload)
            throw new ArgumentOutOfRangeException(nameof(payload), payload, $"A frame holds at most {MaxPayload} bytes.");
        var hasRoom = HasRoom(FrameHeader.Stride(payload));
        target = hasRoom ? _buffer.AsSpan(_end + FrameHeader.Size, payload) : default;
        return hasRoom;
    }

    public override void Commit(in FrameHeader header)
    {
        var length = (int)header.Length;
        header.WriteSealed(_buffer.AsSpan(_end), _buffer.AsSpan(_end + FrameHeader.Size, length));
        var stride = FrameHeader.Stride(length);
        _buffer.AsSpan(_end + FrameHeader.Size + length, stride - FrameHeader.Size - length).Clear();
        Volatile.Write(ref _end, _end + stride);
    }

    public override bool Publish()
    {
        Flush();
        return false;
    }

    /// <summary>Sends what there is; false when the peer is gone.</summary>
    public bool Flush()
    {
        lock (_lock)
        {
            while (_sent < _end && !_gone)
            {
                var outcome = socket.Send(_buffer.AsSpan(_sent, _end - _sent), out var moved);
                _sent += moved;
                if (outcome == SocketOutcome.WouldBlock) break;
                _gone = outcome == SocketOutcome.Gone;
            }

            return !_gone;
        }
    }

    public override bool PrepareToSleep(int payload) => _gone || !HasRoom(FrameHeader.Stride(payload));

    public override void StayAwake()
    {
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _sent, _end, _gone) = ([], 0, 0, true);
        }
    }

    private bool HasRoom(int stride)
    {
        if (_end + stride <= _buffer.Length && _sent < _end) return true;
        Flush();
        lock (_lock)
        {
            if (_gone) return false;
            if (_buffer.Length == 0) _buffer = ArrayPool<byte>.Shared.Rent(frameBytes + 8);
            _buffer.AsSpan(_sent, _end - _sent).CopyTo(_buffer);
            (_sent, _end) = (0, _end - _sent);
            return _end + stride <= _buffer.Length;
        }
    }
}
