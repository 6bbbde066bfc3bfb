using System.IO.Compression;

namespace Trawl.Ipc.Compression;

/// <summary>RFC 1951 without a wrapper: the frame has a checksum of its own.</summary>
internal sealed unsafe class DeflateCompressor : Compressor
{
    [ThreadStatic]
    private static MemoryStream? t_written;

    public static DeflateCompressor Instance { get; } = new();

    protected override int TryCompress(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var written = t_written ??= new();
        written.SetLength(0);
        using (var deflate = new DeflateStream(written, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(source);
        var length = (int)written.Length;
        if (length > target.Length) return 0;
        written.GetBuffer().AsSpan(0, length).CopyTo(target);
        if (written.Capacity > 1 << 20) t_written = null;
        return length;
    }

    protected override bool TryExpand(ReadOnlySpan<byte> source, Span<byte> target)
    {
        fixed (byte* start = source)
        {
            using var bytes = new UnmanagedMemoryStream(start, source.Length);
            using var inflate = new DeflateStream(bytes, CompressionMode.Decompress);
            try
            {
                return inflate.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) == target.Length && inflate.ReadByte() < 0;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }
    }
}
