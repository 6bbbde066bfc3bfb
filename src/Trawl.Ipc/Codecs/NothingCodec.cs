namespace Trawl.Ipc.Codecs;

internal sealed class NothingCodec : IIpcCodec<IpcNothing>
{
    public int MaxSize(IpcNothing value) => 0;

    public int Write(IpcNothing value, Span<byte> target) => 0;

    public bool TryRead(ReadOnlySpan<byte> source, out IpcNothing value)
    {
        value = default;
        return source.IsEmpty;
    }
}
