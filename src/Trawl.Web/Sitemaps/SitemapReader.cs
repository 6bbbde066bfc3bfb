using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Trawl.Web.Encodings;
using Trawl.Web.Urls;

namespace Trawl.Web.Sitemaps;

/// <summary>
/// Reads a sitemap, a sitemap index, a list of URLs, an RSS or an Atom feed, gzipped or not, as a stream: memory does
/// not
/// grow with the file. A broken file yields what comes before the break and sets <see cref="Error"/>.
/// </summary>
/// <remarks>Source: https://www.sitemaps.org/protocol.html. One reader reads one stream once.</remarks>
public sealed class SitemapReader
{
    private const int SniffLength = 1024;

    private readonly Stream _stream;
    private readonly WebUrl _url;
    private readonly SitemapOptions _options;

    /// <summary>Makes a reader.</summary>
    /// <param name="stream">The body of the response; not closed.</param>
    /// <param name="url">The sitemap's URL, against which relative entries are resolved.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    public SitemapReader(Stream stream, WebUrl url, SitemapOptions? options = null)
    {
        _stream = stream;
        _url = url;
        _options = options ?? new SitemapOptions();
    }

    /// <summary>
    /// Why reading ended early; null when the file was read to its end. Set once the enumeration is over.
    /// </summary>
    public string? Error { get; private set; }

    /// <summary>How many entries were left out because they hold no valid http(s) URL.</summary>
    public int SkippedEntries { get; private set; }

    /// <summary>Reads the entries. Only cancellation and a failing stream throw.</summary>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var start = await PeekAsync(_stream, cancellationToken);
        bool isGzip = start.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        var whole = new BoundedStream(start, _stream, long.MaxValue, long.MaxValue);
        await using var unzipped = isGzip ? new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true) : null;
        if (unzipped is not null) start = await TryAsync(() => PeekAsync(unzipped, cancellationToken));

        Stream rest = unzipped is null ? _stream : unzipped;
        var bounded = new BoundedStream(start, rest, _options.MaxBytes, _options.MaxTokenBytes);
        using var text = new StreamReader(
            bounded, EncodingOf(start.Span), detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        ISitemapParser parser = IsXml(start.Span)
            ? new XmlSitemapParser(text, bounded, _options.MaxDepth) : new TextSitemapParser(text, bounded);
        using (parser)
        {
            while (Error is null && await TryAsync(() => parser.ReadAsync(cancellationToken)) is { } found)
            {
                if (ToEntry(found) is { } entry) yield return entry;
                else SkippedEntries++;
            }
        }
    }

    /// <summary>The value, or the default when the file is broken; what broke it goes to <see cref="Error"/>.</summary>
    private async Task<T?> TryAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            Error = $"\"{_url}\" is broken: {e.Message}";
            return default;
        }
    }

    private SitemapEntry? ToEntry(RawEntry found)
    {
        if (!WebUrl.TryParse(found.Location, _url, out var url) || !url.IsHttp) return null;
        return new SitemapEntry(
            url, SitemapDate.Parse(found.LastModified), found.PriorityValue, found.ChangeFrequency, found.IsIndex);
    }

    private static async Task<ReadOnlyMemory<byte>> PeekAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[SniffLength];
        int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return buffer.AsMemory(0, length);
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> start)
    {
        var decision = PageEncoding.Decide(start, null);
        return decision.Reason is EncodingReason.XmlDeclaration or EncodingReason.ByteOrderMark
            ? decision.Encoding : Encoding.UTF8;
    }

    private static bool IsXml(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            start = start[2..];
        ReadOnlySpan<byte> blanks = [0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];
        return start.TrimStart(blanks).StartsWith("<"u8);
    }
}
