using System.Buffers;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc.Connections;

/// <summary>Messages that came compressed.</summary>
internal sealed partial class Link
{
    private FrameFault OnWhole(in FrameHeader header, ReadOnlySpan<byte> body) =>
        (header.Flags & FrameFlags.Compressed) == 0 ? OnMessage(header.Type, header.Id, body) : OnPacked(header.Type, header.Id, body);

    private FrameFault OnPacked(FrameType type, ulong id, ReadOnlySpan<byte> packed)
    {
        if (type is not (FrameType.Request or FrameType.OneWay or FrameType.Response or FrameType.Item)) return FrameFault.Sequence;
        var size = Compressor.PlainSize(packed, _agreement.MaxMessageBytes);
        if (size == 0) return FrameFault.Length;
        var plain = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            return _compressor!.Unpack(packed, plain.AsSpan(0, size)) ? OnMessage(type, id, plain.AsSpan(0, size)) : FrameFault.Compression;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private static FrameFlags AllowedBy(Features features) =>
        FrameFlags.Whole | (Compressor.For(features) is null ? 0 : FrameFlags.Compressed)
        | ((features & Features.HeaderChecksum) == 0 ? 0 : FrameFlags.HeaderChecksum);
}
