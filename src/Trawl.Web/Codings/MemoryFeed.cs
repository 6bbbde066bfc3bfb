namespace Trawl.Web.Codings;

/// <summary>
/// A read-only stream over memory that tells what was taken from it. The runtime's inflaters do not say that their
/// input ended too early; asking for more behind the end does.
/// </summary>
internal sealed class MemoryFeed(ReadOnlyMemory<byte> memory, int atOnce = int.MaxValue) : Stream
{
    public int Taken { get; private set; }

    public bool AskedBehindEnd { get; private set; }

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
        var count = Math.Min(Math.Min(buffer.Length, atOnce), memory.Length - Taken);
        AskedBehindEnd |= count == 0;
        memory.Span.Slice(Taken, count).CopyTo(buffer);
        Taken += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
