using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Bench.Calls;

/// <summary>The workload's binary format as a codec of Trawl.Ipc.</summary>
internal sealed class WorkCodec<T> : IIpcCodec<T>
    where T : class
{
    private readonly BinaryCodec _codec = new();

    public int MaxSize(T value) => _codec.Measure(value);

    public int Write(T value, Span<byte> target) => _codec.Write(value, target);

    public bool TryRead(ReadOnlySpan<byte> source, out T value)
    {
        value = _codec.Read<T>(source);
        return true;
    }
}
