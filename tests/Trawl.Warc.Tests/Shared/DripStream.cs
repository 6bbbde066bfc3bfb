namespace Trawl.Warc.Tests;

/// <summary>Gives a few bytes at a time and cannot seek.</summary>
internal sealed class DripStream(byte[] bytes, int atOnce) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var piece = Math.Min(Math.Min(count, atOnce), bytes.Length - _at);
        bytes.AsSpan(_at, piece).CopyTo(buffer.AsSpan(offset));
        _at += piece;
        return piece;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
