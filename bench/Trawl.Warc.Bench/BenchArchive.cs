using System.Globalization;
using System.Text;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Bench;

/// <summary>An archive of made-up pages, about 12 KB each, with their requests.</summary>
internal static class BenchArchive
{
    private static readonly DateTimeOffset s_date = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public static int Make(string file, int records)
    {
        using var stream = new FileStream(file, FileMode.Create);
        using var writer = new WarcWriter(stream);
        writer.WriteInfo(s_date, [new("software", "Trawl.Warc.Bench")]);
        for (var i = 0; i < records / 2; i++) AddExchange(writer, i, Page(i));
        return 0;
    }

    public static void AddExchange(WarcWriter writer, int number, byte[] page)
    {
        var envelope = new WarcEnvelope { TargetUri = string.Create(CultureInfo.InvariantCulture, $"http://shop.test/p/{number}"), Date = s_date };
        List<Field> fields = [new("Content-Type", "text/html; charset=utf-8"), new("Server", "nginx"), new("ETag", "\"5f3\""), new("Date", "Sat, 21 Nov 2026 10:00:00 GMT")];
        var written = writer.WriteResponse(envelope, HttpMessage.Response(200, "OK", fields, page));
        var request = HttpMessage.Request("GET", $"/p/{number}", [new("Host", "shop.test"), new("User-Agent", "bench"), new("Accept", "*/*")]);
        writer.WriteRequest(envelope with { ConcurrentTo = [written.RecordId] }, request);
    }

    // Words in an order that a seed gives: compresses to about a quarter, as pages do.
    public static byte[] Page(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("<!doctype html><title>Page</title><body>");
        while (text.Length < 12_000)
        {
            text.Append(CultureInfo.InvariantCulture, $"<div class=\"item\"><a href=\"/p/{random.Next(99999)}\">");
            for (var i = 0; i < 12; i++) text.Append((char)('a' + random.Next(26))).Append((char)('a' + random.Next(26))).Append("ing ");
            text.Append("</a></div>\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
