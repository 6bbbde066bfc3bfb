using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;
using Trawl.Ipc.Rings;

namespace Trawl.Ipc.Segments;

/// <summary>Header and two rings in one piece of shared memory; one segment for each connection.</summary>
internal sealed unsafe class Segment : IDisposable
{
    private readonly SharedMemory _memory;
    private readonly SegmentLayout _layout;

    private Segment(SharedMemory memory, SegmentLayout layout) => (_memory, _layout) = (memory, layout);

    public RingMemory ToServer =>
        new(_memory.Start + SegmentLayout.ControlToServer, _memory.Start + _layout.DataToServer, _layout.RingBytes);

    public RingMemory ToClient =>
        new(_memory.Start + SegmentLayout.ControlToClient, _memory.Start + _layout.DataToClient, _layout.RingBytes);

    public long Bytes => _memory.Length;

    public Span<byte> Memory => new(_memory.Start, (int)_memory.Length);

    /// <summary>Makes the memory of a connection, and the descriptor to pass along; none where the memory has a name.</summary>
    public static Segment Create(Agreement agreement, string folder, out Descriptor? descriptor)
    {
        var layout = new SegmentLayout(agreement.RingBytes);
        var memory = SharedMemory.Create(layout.TotalBytes, folder, agreement.Session, out descriptor);
        *(SegmentHeader*)memory.Start = SegmentHeader.Create(agreement.RingBytes, agreement.Session, agreement.Epoch);
        return new Segment(memory, layout);
    }

    /// <summary>Maps the memory a server passed or named; null when size, seals or header are not what was agreed.</summary>
    public static Segment? TryOpen(Descriptor? descriptor, string folder, Agreement agreement)
    {
        var layout = new SegmentLayout(agreement.RingBytes);
        if (SharedMemory.TryOpen(descriptor, folder, agreement.Session, layout.TotalBytes) is not { } memory) return null;
        var header = *(SegmentHeader*)memory.Start;
        if (header.IsValidFor(agreement.RingBytes)) return new Segment(memory, layout);
        memory.Dispose();
        return null;
    }

    public void Dispose() => _memory.Dispose();
}
