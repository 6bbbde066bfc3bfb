namespace Trawl.Ipc.Codecs;

internal sealed class BytesCodec : IIpcCodec<ReadOnlyMemory<byte>>
{
    public int MaxSize(ReadOnlyMemory<byte> value) => value.Length;

    public int Write(ReadOnlyMemory<byte> value, Span<byte> target)
    {
        value.Span.CopyTo(target);
        return value.Length;
    }

    public bool TryRead(ReadOnlySpan<byte> source, out ReadOnlyMemory<byte> value)
    {
        value = source.ToArray();
        return true;
    }
}
