using System.Buffers;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>
/// Messages that are made smaller first, where both ends agreed to it. That is done before the lock is taken: whoever sends
/// something small meanwhile does not wait for it.
/// </summary>
internal sealed partial class FrameSender
{
    private bool MayPack(FrameType type) =>
        compressor is not null && type is FrameType.Request or FrameType.OneWay or FrameType.Response or FrameType.Item;

    private SendStatus SendPacked<T>(in Outgoing message, IIpcCodec<T> codec, T value, out int length)
    {
        var size = codec.MaxSize(value);
        if (size < 0)
        {
            var writer = PooledWriter.Rent();
            ((IIpcBufferCodec<T>)codec).Write(value, writer);
            var status = SendPacked(message, SpanCodec.Instance, new SpanSource(writer), out length);
            writer.Trim();
            return status;
        }

        var total = size + message.PrologueSize;
        if (total < packAbove || total > maxMessage) return SendLocked(message, codec, value, out length);
        var plain = ArrayPool<byte>.Shared.Rent(total);
        try
        {
            WritePrologue(message, plain);
            length = message.PrologueSize + Written(codec.Write(value, plain.AsSpan(message.PrologueSize)), size);
            return SendSmaller(message, plain.AsMemory(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private SendStatus SendSmaller(in Outgoing message, ReadOnlyMemory<byte> plain)
    {
        var bare = message with { PrologueSize = 0 };
        if (plain.Length < packAbove) return SendLocked(bare, IpcCodecs.Bytes, plain, out _);
        var packed = ArrayPool<byte>.Shared.Rent(plain.Length);
        try
        {
            var length = compressor!.Pack(plain.Span, packed);
            return length == 0
                ? SendLocked(bare, IpcCodecs.Bytes, plain, out _)
                : SendLocked(bare with { Flags = FrameFlags.Compressed }, IpcCodecs.Bytes, packed.AsMemory(0, length), out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }
}
