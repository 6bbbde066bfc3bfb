using System.Runtime.InteropServices;

namespace Trawl.Engine.Seams.Fetching;

/// <summary>A read-only stream over memory that is already there.</summary>
internal static class BodyStream
{
    public static Stream Open(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var part)
            ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
            : new MemoryStream(memory.ToArray(), writable: false);
}
