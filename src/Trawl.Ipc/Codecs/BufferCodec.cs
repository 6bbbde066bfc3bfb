namespace Trawl.Ipc.Codecs;

internal sealed class BufferCodec : IIpcCodec<IpcBuffer>
{
    public int MaxSize(IpcBuffer value) => value.Length;

    public int Write(IpcBuffer value, Span<byte> target)
    {
        value.Span.CopyTo(target);
        return value.Length;
    }

    public bool TryRead(ReadOnlySpan<byte> source, out IpcBuffer value)
    {
        value = IpcBuffer.CopyOf(source);
        return true;
    }
}
