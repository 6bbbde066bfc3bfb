namespace Trawl.Ipc.Codecs;

internal sealed class ArrayCodec : IIpcCodec<byte[]>
{
    public int MaxSize(byte[] value) => value.Length;

    public int Write(byte[] value, Span<byte> target)
    {
        value.CopyTo(target);
        return value.Length;
    }

    public bool TryRead(ReadOnlySpan<byte> source, out byte[] value)
    {
        value = source.ToArray();
        return true;
    }
}
