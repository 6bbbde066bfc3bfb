using System.Globalization;
using System.IO.Compression;
using System.Text;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests;

/// <summary>Records and files made by the tests: nothing here comes from elsewhere.</summary>
internal static class Samples
{
    public static DateTimeOffset Date { get; } = new(2026, 11, 21, 10, 41, 30, 250, TimeSpan.Zero);

    public static byte[] Raw(string text) => Encoding.Latin1.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>A record as text; a null field is left out.</summary>
    public static byte[] Record(
        int number, string body = "HTTP/1.1 200 OK\nContent-Type: text/plain\n\nhello", string version = "WARC/1.1",
        string? length = null, string extra = "", string end = "\n\n", string? uri = null) => Raw(
            $"{version}\nWARC-Type: response\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:D12}>\n"
            + $"WARC-Date: 2026-11-21T10:41:30Z\nWARC-Target-URI: {uri ?? $"http://site.test/{number}"}\n"
            + $"Content-Type: application/http;msgtype=response\n{extra}"
            + $"Content-Length: {length ?? Raw(body).Length.ToString(CultureInfo.InvariantCulture)}\n\n{body}{end}");

    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, level, leaveOpen: true)) gzip.Write(bytes);
        return target.ToArray();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>Ids that count, so that the same calls give the same file.</summary>
    public static WarcWriterOptions Options(WarcCompression compression = WarcCompression.Gzip, int level = 6)
    {
        var count = 0;
        return new WarcWriterOptions
        {
            Compression = compression,
            Level = level,
            BlockDigests = true,
            NewId = () => new Guid(++count, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        };
    }

    public static WarcEnvelope Envelope(string uri) => new() { TargetUri = uri, Date = Date, IpAddress = System.Net.IPAddress.Loopback };

    /// <summary>One of each kind of record, and what the writer said of them.</summary>
    public static (byte[] File, List<WarcWritten> Written) Archive(WarcWriterOptions options, int exchanges = 3)
    {
        var stream = new MemoryStream();
        using var writer = new WarcWriter(stream, options, leaveOpen: true);
        List<WarcWritten> written = [writer.WriteInfo(Date, [new("software", "Trawl.Warc tests")], "a.warc.gz")];
        for (var i = 0; i < exchanges; i++) AddExchange(writer, written, i);
        var first = new RevisitOf(written[1].RecordId, "http://site.test/0", Date);
        var head = HttpMessage.Response(200, "OK", [new("Content-Type", "text/html")]);
        written.Add(writer.WriteRevisit(Envelope("http://site.test/again"), first, written[1].PayloadDigest!, head));
        var notModified = HttpMessage.Response(304, "Not Modified", [new("ETag", "\"1\"")]);
        written.Add(writer.WriteNotModified(Envelope("http://site.test/0"), first, notModified));
        written.Add(writer.WriteResource(Envelope("urn:screenshot:1"), "image/png", Random(7, 5000)));
        return (stream.ToArray(), written);
    }

    public static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static byte[] Page(int number) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50 + (number * 7 % 100)).Select(i => $"<p>Page {number}, line {i}.</p>\n")));

    private static void AddExchange(WarcWriter writer, List<WarcWritten> written, int i)
    {
        var envelope = Envelope($"http://site.test/{i}");
        var response = writer.WriteResponse(
            envelope, HttpMessage.Response(200, "OK", [new("Content-Type", "text/html; charset=utf-8"), new("Transfer-Encoding", "chunked")], Page(i)));
        var concurrent = envelope with { ConcurrentTo = [response.RecordId] };
        written.Add(response);
        written.Add(writer.WriteRequest(concurrent, HttpMessage.Request("GET", $"/{i}", [new("Host", "site.test")])));
        written.Add(writer.WriteMetadata(concurrent, [new("fetchTimeMs", "12"), new("protocol", "h2")]));
    }
}
