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

    public static Segment Create(int ringBytes, Guid session, ulong epoch, out Descriptor descriptor)
    {
        var layout = new SegmentLayout(ringBytes);
        var memory = SharedMemory.Create(layout.TotalBytes, out descriptor);
        *(SegmentHeader*)memory.Start = SegmentHeader.Create(ringBytes, session, epoch);
        return new Segment(memory, layout);
    }

    /// <summary>Maps the memory a server passed; null when size, seals or header are not what was agreed.</summary>
    public static Segment? TryOpen(Descriptor descriptor, int ringBytes)
    {
        var layout = new SegmentLayout(ringBytes);
        if (SharedMemory.TryMap(descriptor, layout.TotalBytes) is not { } memory) return null;
        var header = *(SegmentHeader*)memory.Start;
        if (header.IsValidFor(ringBytes)) return new Segment(memory, layout);
        memory.Dispose();
        return null;
    }

    public void Dispose() => _memory.Dispose();
}
