using System.Buffers;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Transports;

/// <summary>Frames read out of a buffer that the socket fills. The bytes are this process's own, so they are never copied again.</summary>
internal sealed class SocketConsumer(UnixSocket socket, int frameBytes) : FrameConsumer
{
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _stride;
    private bool _gone;

    // The socket was found empty by the last look: only then will a wake-up come for what arrives next.
    private bool _isDry;

    public override bool HasMore => TryPeek(out _);

    public override bool OwesRelease => false;

    public override bool IsRoomWanted => false;

    // Each look is a system call, so spinning here does not pay; the buffer is looked at by HasMore.
    public override bool Poll() => Fill(out var moved) && moved && HasMore;

    public override bool TryRead(out FrameHeader header, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        while (TryPeek(out header) || TryFillFrame(out header))
        {
            payload = _buffer.AsSpan(_start + FrameHeader.Size, (int)header.Length);
            if (!header.Matches(payload)) return Fails(FrameFault.Checksum);
            _stride = FrameHeader.Stride((int)header.Length);
            if (header.Type != FrameType.Pad) return true;
            Advance();
        }

        return false;
    }

    public override void Advance()
    {
        _start += _stride;
        _stride = 0;
        if (_start == _end) (_start, _end) = (0, 0);
    }

    public override bool Release() => false;

    // Bytes left in the socket were announced once already, to whoever read then; to sleep on them would be for good.
    public override bool PrepareToSleep() => !HasMore && (_isDry || !TryFillFrame(out _)) && Fault == FrameFault.None;

    public override void StayAwake()
    {
    }

    /// <summary>Takes in what the socket holds; false when the peer is gone.</summary>
    public bool Fill() => Fill(out _);

    public override void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    // Until the socket is empty: half a frame may be all there was room for, and the rest will not be announced again.
    private bool TryFillFrame(out FrameHeader header)
    {
        header = default;
        while (Fault == FrameFault.None && Fill(out var moved) && moved)
            if (TryPeek(out header)) return true;
        return false;
    }

    private bool Fill(out bool moved)
    {
        moved = false;
        if (_gone) return false;
        MakeRoom();
        if (_end == _buffer.Length) return true;
        var outcome = socket.Receive(_buffer.AsSpan(_end), out var received);
        _end += received;
        moved = received > 0;
        _isDry = !moved;
        _gone = outcome == SocketOutcome.Gone;
        return !_gone;
    }

    private void MakeRoom()
    {
        if (_buffer.Length == 0) _buffer = ArrayPool<byte>.Shared.Rent(frameBytes + 8);
        if (_start == 0 || _end < _buffer.Length) return;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
    }

    // True when a whole frame is there. A header that cannot be right is a fault at once: waiting would not mend it.
    private bool TryPeek(out FrameHeader header)
    {
        header = default;
        if (Fault != FrameFault.None || _end - _start < FrameHeader.Size) return false;
        header = FrameHeader.Read(_buffer.AsSpan(_start));
        if (!header.IsOurs) return Fails(FrameFault.Magic);
        if (!Allows(header)) return Fails(FrameFault.Sequence);
        if (header.Length > frameBytes - FrameHeader.Size) return Fails(FrameFault.Length);
        return FrameHeader.Stride((int)header.Length) <= _end - _start;
    }

    private bool Fails(FrameFault fault)
    {
        Fault = fault;
        return false;
    }
}
