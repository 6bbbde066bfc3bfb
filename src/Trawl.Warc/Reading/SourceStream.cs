using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>A block or payload as a stream, forward only; it ends its life when the reader goes on.</summary>
internal sealed class SourceStream(ByteSource source, BlockSource block) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(block.IsClosed, typeof(WarcRecord));
        if (buffer.IsEmpty || !source.Fill()) return 0;
        var piece = Math.Min(buffer.Length, source.Available.Length);
        source.Available[..piece].CopyTo(buffer);
        source.Advance(piece);
        return piece;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
