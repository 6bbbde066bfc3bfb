using System.Globalization;

namespace Trawl.Web.Sitemaps;

/// <summary>A read-only stream that gives back a prefix first and refuses to read past its limits.</summary>
/// <param name="prefix">Bytes already taken from the stream.</param>
/// <param name="inner">The stream; not owned.</param>
/// <param name="maxBytes">The limit of all bytes, the prefix included.</param>
/// <param name="maxTokenBytes">The limit of bytes between two calls of <see cref="StartToken"/>.</param>
internal sealed class BoundedStream(
    ReadOnlyMemory<byte> prefix, Stream inner, long maxBytes, long maxTokenBytes) : Stream
{
    private long _read;
    private long _tokenStart;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public void StartToken() => _tokenStart = _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = prefix.Length > 0 ? TakePrefix(buffer.Span) : await inner.ReadAsync(buffer, cancellationToken);
        return Count(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        Count(prefix.Length > 0 ? TakePrefix(buffer.AsSpan(offset, count)) : inner.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakePrefix(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, prefix.Length);
        prefix.Span[..count].CopyTo(buffer);
        prefix = prefix[count..];
        return count;
    }

    private int Count(int count)
    {
        _read += count;
        if (_read > maxBytes) throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"it is longer than the {maxBytes:N0} bytes allowed"));
        if (_read - _tokenStart > maxTokenBytes) throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture, $"one tag or text is longer than {maxTokenBytes:N0} bytes"));
        return count;
    }
}
