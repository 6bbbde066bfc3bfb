using System.Buffers.Binary;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc.Compression;

/// <summary>
/// Makes a message smaller and whole again (docs/formats/ipc.md, section "Compression"). A message that claims to become
/// more than <see cref="MaxExpansion"/> times as large as what came is refused before anything is rented for it.
/// </summary>
internal abstract class Compressor
{
    /// <summary>Bytes before the compressed ones: how many they become.</summary>
    public const int Prefix = 4;

    public const int MaxExpansion = 256;

    public static Compressor? For(Features features) =>
        (features & Features.Deflate) != 0 ? DeflateCompressor.Instance : (features & Features.Brotli) != 0 ? BrotliCompressor.Instance : null;

    /// <summary>Writes the message smaller; its new length, or 0 when less than an eighth would be saved or too much.</summary>
    public int Pack(ReadOnlySpan<byte> plain, Span<byte> target)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, plain.Length);
        var length = TryCompress(plain, target.Slice(Prefix, plain.Length - (plain.Length / 8) - Prefix));
        return length > 0 && (long)length * MaxExpansion >= plain.Length ? Prefix + length : 0;
    }

    /// <summary>How large the message becomes; 0 when what it claims is not allowed.</summary>
    public static int PlainSize(ReadOnlySpan<byte> packed, int maxMessage)
    {
        if (packed.Length <= Prefix) return 0;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(packed);
        return size <= maxMessage && size <= (long)(packed.Length - Prefix) * MaxExpansion ? (int)size : 0;
    }

    /// <summary>True when the bytes behind the prefix become exactly what fills the target.</summary>
    public bool Unpack(ReadOnlySpan<byte> packed, Span<byte> plain) => TryExpand(packed[Prefix..], plain);

    /// <summary>Bytes written, or 0 when the target is too small.</summary>
    protected abstract int TryCompress(ReadOnlySpan<byte> source, Span<byte> target);

    protected abstract bool TryExpand(ReadOnlySpan<byte> source, Span<byte> target);
}
