using System.Buffers;

namespace Trawl.Ipc.Codecs;

/// <summary>A value that writes itself.</summary>
internal sealed class WrittenCodec : IIpcBufferCodec<Action<IBufferWriter<byte>>>
{
    public int MaxSize(Action<IBufferWriter<byte>> value) => -1;

    public int Write(Action<IBufferWriter<byte>> value, Span<byte> target) => throw new NotSupportedException("It is written into a buffer.");

    public void Write(Action<IBufferWriter<byte>> value, IBufferWriter<byte> target) => value(target);

    public bool TryRead(ReadOnlySpan<byte> source, out Action<IBufferWriter<byte>> value)
    {
        var copy = source.ToArray();
        value = target => target.Write(copy);
        return true;
    }
}
