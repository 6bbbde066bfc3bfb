using System.Runtime.CompilerServices;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Rings;

/// <summary>
/// Writes frames into a ring in place. One thread at a time. Its own position is private; memory that the peer can write is
/// asked only for the peer's position, and that is believed only where it makes sense.
/// </summary>
internal sealed unsafe class RingProducer(RingMemory ring) : FrameProducer
{
    private readonly RingControl* _control = ring.Control;
    private readonly byte* _data = ring.Data;
    private readonly int _capacity = ring.Bytes;
    private const int Page = 4096;
    private long _head;
    private long _published;
    private long _tail;
    private bool _isCorrupt;

    public override bool IsCorrupt => _isCorrupt;

    // A quarter, so that a frame and the padding before it always fit an empty ring.
    public override int MaxPayload { get; } = (ring.Bytes / 4) - FrameHeader.Size;

    private int At => (int)(_head & (_capacity - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool TryReserve(int payload, out Span<byte> target)
    {
        var stride = FrameHeader.Stride(payload);
        var at = At;
        if (stride > _capacity - at || ((at ^ (at + stride)) & ~(Page - 1)) != 0) return TryReserveAcross(payload, stride, out target);
        if (_head + stride - _tail > _capacity && !HasRoom(stride))
        {
            target = default;
            return false;
        }

        target = new(_data + at + FrameHeader.Size, payload);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override void Commit(in FrameHeader header)
    {
        var frame = _data + At;
        header.WriteSealed(new(frame, FrameHeader.Size), new(frame + FrameHeader.Size, (int)header.Length));
        _head += FrameHeader.Stride((int)header.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override bool Publish()
    {
        if (_head == _published) return false;
        Volatile.Write(ref _control->Head, _head);
        _published = _head;

        // Store, then load: without the fence both sides can miss each other, on x64 too.
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _control->ConsumerSleeping) != 0 && Interlocked.Exchange(ref _control->ConsumerSleeping, 0) != 0;
    }

    public override bool PrepareToSleep(int payload)
    {
        Interlocked.Exchange(ref _control->ProducerSleeping, 1);
        if (!HasRoom(Needed(payload))) return !_isCorrupt;
        StayAwake();
        return false;
    }

    public override void StayAwake() => Volatile.Write(ref _control->ProducerSleeping, 0);

    // The slow half: the frame would touch another page or the ring's end.
    private bool TryReserveAcross(int payload, int stride, out Span<byte> target)
    {
        target = default;
        if (payload > MaxPayload)
            throw new ArgumentOutOfRangeException(nameof(payload), payload, $"A frame holds at most {MaxPayload} bytes.");
        var at = At;
        var padding = stride > _capacity - at || (at >= Page && stride <= at && IsDrained()) ? _capacity - at : 0;
        if (!HasRoom(padding + stride)) return false;
        if (padding > 0) Pad(padding);
        target = new(_data + At + FrameHeader.Size, payload);
        return true;
    }

    private int Needed(int payload)
    {
        var stride = FrameHeader.Stride(payload);
        return stride > _capacity - At ? _capacity - At + stride : stride;
    }

    private void Pad(int bytes)
    {
        if (bytes >= FrameHeader.Size)
            Commit(new FrameHeader(FrameType.Pad, FrameFlags.Whole | FrameFlags.HeaderChecksum, 0, bytes - FrameHeader.Size));
        else _head += bytes;
    }

    // A quiet connection goes back to the ring's start whenever the ring has run empty, and so keeps to the same two pages.
    private bool IsDrained() => Volatile.Read(ref _control->Tail) == _head;

    private bool HasRoom(int bytes)
    {
        if (_head + bytes - _tail <= _capacity) return true;
        var tail = Volatile.Read(ref _control->Tail);
        if (tail < _tail || tail > _published || (tail & 7) != 0)
        {
            _isCorrupt = true;
            return false;
        }

        _tail = tail;
        return _head + bytes - tail <= _capacity;
    }
}
