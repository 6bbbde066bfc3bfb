using System.Globalization;
using System.Text;

namespace Trawl.Web.Tests.Sitemaps;

/// <summary>A long sitemap that is never in memory: each entry is made when it is read.</summary>
internal sealed class GeneratedSitemap(long size, bool isText) : Stream
{
    private ReadOnlyMemory<byte> _pending =
        Encoding.ASCII.GetBytes(isText ? "" : "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");

    private long _made;
    private int _number;
    private bool _isClosed;

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
        if (_pending.IsEmpty) _pending = Next();
        int length = Math.Min(count, _pending.Length);
        _pending.Span[..length].CopyTo(buffer.AsSpan(offset));
        _pending = _pending[length..];
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Next()
    {
        if (_isClosed) return [];
        _isClosed = _made >= size;
        if (_isClosed) return Encoding.ASCII.GetBytes(isText ? "" : "</urlset>");
        string url = string.Create(CultureInfo.InvariantCulture,
            $"https://example.com/catalogue/product-{_number++}/a-rather-long-name-of-a-product.html");
        byte[] entry = Encoding.ASCII.GetBytes(isText ? url + "\n" : $"<url><loc>{url}</loc></url>\n");
        _made += entry.Length;
        return entry;
    }
}
