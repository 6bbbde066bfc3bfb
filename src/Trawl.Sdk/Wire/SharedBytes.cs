using System.Buffers;

namespace Trawl.Sdk.Wire;

/// <summary>Shared memory as <see cref="Memory{T}"/>; valid until its frame is given back.</summary>
internal sealed unsafe class SharedBytes(byte* start, int length) : MemoryManager<byte>
{
    public override Span<byte> GetSpan() => new(start, length);

    // Mapped memory does not move.
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
