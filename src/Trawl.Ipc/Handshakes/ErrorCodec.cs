using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Handshakes;

internal sealed class ErrorCodec : IIpcCodec<IpcError>
{
    public static ErrorCodec Instance { get; } = new();

    public int MaxSize(IpcError value) => ErrorPayload.MaxSize;

    public int Write(IpcError value, Span<byte> target) => ErrorPayload.Write(value, target);

    public bool TryRead(ReadOnlySpan<byte> source, out IpcError value)
    {
        value = ErrorPayload.Read(source);
        return true;
    }
}
