using System.Buffers.Binary;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Bench.Recovery;

/// <summary>Eight bytes.</summary>
internal sealed class NumberCodec : IIpcCodec<long>
{
    public int MaxSize(long value) => sizeof(long);

    public int Write(long value, Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, value);
        return sizeof(long);
    }

    public bool TryRead(ReadOnlySpan<byte> source, out long value) => BinaryPrimitives.TryReadInt64LittleEndian(source, out value);
}
