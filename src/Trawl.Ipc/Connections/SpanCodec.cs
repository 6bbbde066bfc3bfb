using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Connections;

internal sealed class SpanCodec : IIpcCodec<SpanSource>
{
    public static SpanCodec Instance { get; } = new();

    public int MaxSize(SpanSource value) => value.Writer.Written.Length;

    public int Write(SpanSource value, Span<byte> target)
    {
        value.Writer.Written.CopyTo(target);
        return value.Writer.Written.Length;
    }

    public bool TryRead(ReadOnlySpan<byte> source, out SpanSource value)
    {
        value = default;
        return false;
    }
}
