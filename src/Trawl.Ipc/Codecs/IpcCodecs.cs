using System.Buffers;
using System.Text.Json.Serialization.Metadata;

namespace Trawl.Ipc.Codecs;

/// <summary>The codecs that come along.</summary>
public static class IpcCodecs
{
    /// <summary>Bytes as they are; reading makes an array.</summary>
    public static IIpcCodec<ReadOnlyMemory<byte>> Bytes { get; } = new BytesCodec();

    /// <summary>An array of bytes as it is.</summary>
    public static IIpcCodec<byte[]> Array { get; } = new ArrayCodec();

    /// <summary>What somebody writes into a buffer that is there already: no array of one's own.</summary>
    public static IIpcCodec<Action<IBufferWriter<byte>>> Written { get; } = new WrittenCodec();

    /// <summary>Bytes as they are; reading rents a buffer that the receiver disposes of.</summary>
    public static IIpcCodec<IpcBuffer> Buffer { get; } = new BufferCodec();

    /// <summary>Text as UTF-8. Malformed UTF-8 is refused.</summary>
    public static IIpcCodec<string> Text { get; } = new TextCodec();

    /// <summary>Nothing: for requests and replies without content.</summary>
    public static IIpcCodec<IpcNothing> Nothing { get; } = new NothingCodec();

    /// <summary>JSON by source-generated metadata, which bounds nesting (64 unless its options say otherwise).</summary>
    public static IIpcCodec<T> Json<T>(JsonTypeInfo<T> type) => new JsonCodec<T>(type);
}
