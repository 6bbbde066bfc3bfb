using System.Buffers;
using System.IO.Compression;

namespace Trawl.Ipc.Compression;

/// <summary>RFC 7932, at its fastest that still shrinks text well.</summary>
internal sealed class BrotliCompressor : Compressor
{
    private const int Quality = 1;
    private const int Window = 20;

    public static BrotliCompressor Instance { get; } = new();

    protected override int TryCompress(ReadOnlySpan<byte> source, Span<byte> target) =>
        BrotliEncoder.TryCompress(source, target, out var written, Quality, Window) ? written : 0;

    protected override bool TryExpand(ReadOnlySpan<byte> source, Span<byte> target)
    {
        using var decoder = default(BrotliDecoder);
        return decoder.Decompress(source, target, out var consumed, out var written) == OperationStatus.Done
            && consumed == source.Length && written == target.Length;
    }
}
