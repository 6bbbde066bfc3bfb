using System.IO.Compression;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Writing;

/// <summary>
/// Puts whole records into the stream. A record of moderate size is composed first and written in one call; a larger one
/// streams, and is taken back when it cannot be finished.
/// </summary>
internal sealed class RecordOutput(Stream stream, WarcWriterOptions options, long offset)
{
    private const long MaxComposed = 8 << 20;
    private const int MaxKept = 4 << 20;

    private readonly ZLibCompressionOptions _level = new() { CompressionLevel = options.Level };
    private readonly QuickDeflate? _quick = options.Level == 1 ? new QuickDeflate() : null;
    // Offsets may count from elsewhere than the stream does.
    private readonly long _base = stream.CanSeek ? stream.Position - offset : 0;
    private MemoryStream _composed = new(64 << 10);

    /// <summary>Where the next record begins.</summary>
    public long Offset { get; private set; } = offset;

    public WarcPosition Write(ReadOnlySpan<byte> head, ReadOnlySpan<byte> blockHead, WarcBody body)
    {
        var start = Offset;
        if (body.Stream is not null && body.Length > MaxComposed)
        {
            if (!stream.CanSeek)
            {
                throw new NotSupportedException("A streamed body needs an output that can seek, to take it back if it fails.");
            }

            var target = new CountingStream(stream);
            Guarded(start, head, blockHead, body, target);
            Offset = start + target.Count;
            return new WarcPosition(start, target.Count);
        }

        _composed.SetLength(0);
        Compose(_composed, head, blockHead, body);
        WriteComposed(start);
        Offset = start + _composed.Length;
        var position = new WarcPosition(start, _composed.Length);
        if (_composed.Capacity > MaxKept) _composed = new MemoryStream(64 << 10);
        return position;
    }

    private void WriteComposed(long start)
    {
        try
        {
            stream.Write(_composed.GetBuffer(), 0, (int)_composed.Length);
        }
        catch
        {
            TakeBack(start);
            throw;
        }
    }

    private void Guarded(long start, ReadOnlySpan<byte> head, ReadOnlySpan<byte> blockHead, WarcBody body, Stream target)
    {
        try
        {
            Compose(target, head, blockHead, body);
        }
        catch
        {
            TakeBack(start);
            throw;
        }
    }

    private void TakeBack(long start)
    {
        if (!stream.CanSeek) return;
        stream.SetLength(start + _base);
        stream.Position = stream.Length;
    }

    private void Compose(Stream target, ReadOnlySpan<byte> head, ReadOnlySpan<byte> blockHead, WarcBody body)
    {
        if (options.Compression == WarcCompression.None)
        {
            target.Write(head);
            target.Write(blockHead);
            body.ForEachPiece(target.Write);
            target.Write("\r\n\r\n"u8);
            return;
        }

        using var frame = new GzipFrame(target, _level, _quick);
        frame.Write(head);
        frame.Write(blockHead);
        body.ForEachPiece(frame.Write);
        frame.Write("\r\n\r\n"u8);
        frame.End();
    }
}
