using System.Buffers;
using System.Runtime.CompilerServices;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Rings;

/// <summary>
/// Reads frames from a ring. One thread at a time. The header is copied once and judged from the copy; the payload is
/// handed out in place, or copied first where the peer is not trusted: what it can still change must not be checked.
/// </summary>
internal sealed unsafe class RingConsumer(RingMemory ring, bool copies) : FrameConsumer
{
    private readonly RingControl* _control = ring.Control;
    private readonly byte* _data = ring.Data;
    private readonly int _capacity = ring.Bytes;
    private byte[] _copy = [];
    private long _tail;
    private long _published;
    private long _head;
    private int _stride;

    public override bool HasMore => _tail != _head;

    public override bool Poll() => Volatile.Read(ref _control->Head) != _tail;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryRead(out FrameHeader header, out ReadOnlySpan<byte> payload)
    {
        if (_tail != _head || Refresh()) return TryReadNext(out header, out payload);
        header = default;
        payload = default;
        return false;
    }

    // The producer learns of it at once when the ring is drained, else now and then.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override void Advance()
    {
        _tail += _stride;
        _stride = 0;
        if (_tail == _head) Volatile.Write(ref _control->Tail, _published = _tail);
    }

    public override bool Release()
    {
        Volatile.Write(ref _control->Tail, _published = _tail);
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _control->ProducerSleeping) != 0 && Interlocked.Exchange(ref _control->ProducerSleeping, 0) != 0;
    }

    public override bool OwesRelease => _tail - _published >= _capacity / 4;

    public override bool IsRoomWanted => Volatile.Read(ref _control->ProducerSleeping) != 0;

    public override bool PrepareToSleep()
    {
        Interlocked.Exchange(ref _control->ConsumerSleeping, 1);
        if (Volatile.Read(ref _control->Head) == _tail) return true;
        StayAwake();
        return false;
    }

    public override void StayAwake() => Volatile.Write(ref _control->ConsumerSleeping, 0);

    public override void Dispose()
    {
        if (_copy.Length > 0) ArrayPool<byte>.Shared.Return(_copy);
        _copy = [];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Refresh()
    {
        var head = Volatile.Read(ref _control->Head);
        if (head == _tail) return false;
        if ((ulong)(head - _tail) > (ulong)_capacity || (head & 7) != 0) return Fails(FrameFault.Position);
        _head = head;
        return true;
    }

    private bool TryReadNext(out FrameHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        while (Fault == FrameFault.None && _tail != _head)
        {
            var at = (int)(_tail & (_capacity - 1));
            var room = (int)Math.Min(_head - _tail, _capacity - at);
            if (_capacity - at < FrameHeader.Size)
            {
                Skip(Math.Min(_capacity - at, room));
                continue;
            }

            if (room < FrameHeader.Size) return Fails(FrameFault.Length);
            header = *(FrameHeader*)(_data + at);
            if (!header.IsOurs) return Fails(FrameFault.Magic);
            if (header.Length > (uint)(room - FrameHeader.Size) || FrameHeader.Stride((int)header.Length) > room)
                return Fails(FrameFault.Length);
            if (!Allows(header)) return Fails(FrameFault.Sequence);
            payload = Payload(_data + at + FrameHeader.Size, (int)header.Length, header.Type);
            if (!header.Matches(payload)) return Fails(FrameFault.Checksum);
            _stride = FrameHeader.Stride((int)header.Length);
            if (header.Type != FrameType.Pad) return true;
            Skip(_stride);
        }

        return false;
    }

    private ReadOnlySpan<byte> Payload(byte* start, int length, FrameType type)
    {
        if (!copies || type == FrameType.Pad) return new(start, length);
        if (length > _copy.Length) Grow(length);
        new ReadOnlySpan<byte>(start, length).CopyTo(_copy);
        return _copy.AsSpan(0, length);
    }

    private void Grow(int length)
    {
        Dispose();
        _copy = ArrayPool<byte>.Shared.Rent(length);
    }

    // Told at once: padding can be most of the ring, and the producer must not take it for unread messages.
    private void Skip(int bytes)
    {
        _tail += bytes;
        Volatile.Write(ref _control->Tail, _published = _tail);
    }

    private bool Fails(FrameFault fault)
    {
        Fault = fault;
        return false;
    }
}
