using System.Buffers.Binary;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Tests.Calls;

/// <summary>A method whose messages need no memory of their own.</summary>
internal sealed class NumberMethod : IIpcCodec<long>
{
    public static readonly IpcMethod<long, long> Square = new(20, new NumberMethod(), new NumberMethod());

    public int MaxSize(long value) => sizeof(long);

    public int Write(long value, Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, value);
        return sizeof(long);
    }

    public bool TryRead(ReadOnlySpan<byte> source, out long value) => BinaryPrimitives.TryReadInt64LittleEndian(source, out value) && source.Length == sizeof(long);
}
