using System.IO.Compression;
using System.Text;
using Trawl.Web.Sitemaps;
using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Sitemaps;

public sealed class SitemapReaderTests
{
    private const string UrlSet =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:image="http://x/image" xmlns:xhtml="http://www.w3.org/1999/xhtml">
          <url>
            <image:image><image:loc>https://a/not-this.png</image:loc></image:image>
            <xhtml:link rel="alternate" hreflang="de" href="https://a/de"/>
            <loc> https://a/1?x=1&amp;y=2 </loc><lastmod>2024-02-03T04:05:06+01:00</lastmod>
            <changefreq>daily</changefreq><priority>0.8</priority>
          </url>
          <url><loc><![CDATA[/2]]></loc><lastmod>2024-02-03</lastmod><priority>9</priority></url>
          <url><loc>mailto:a@b</loc></url>
          <url></url>
        </urlset>
        """;

    private const string Rss =
        "<rss><channel><link>https://a/</link><item><link>/p</link>" +
        "<pubDate>Wed, 02 Oct 2024 15:00:00 +0200</pubDate></item></channel></rss>";

    private const string Atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link rel='edit' href='/e'/>" +
        "<link href='/p'/><updated>2024-10-02T15:00:00Z</updated></entry></feed>";

    private static readonly WebUrl Base = WebUrl.Parse("https://a/sitemap.xml");

    [Fact]
    public async Task ReadAsync_UrlSet_GivesEntries()
    {
        var (entries, reader) = await ReadAsync(Encoding.UTF8.GetBytes("\r\n" + UrlSet));

        Assert.Null(reader.Error);
        Assert.Equal(["https://a/1?x=1&y=2", "https://a/2"], entries.Select(e => e.Url.Href));
        Assert.Equal(new DateTimeOffset(2024, 2, 3, 4, 5, 6, TimeSpan.FromHours(1)), entries[0].LastModified);
        Assert.Equal(0.8, entries[0].Priority);
        Assert.Equal("daily", entries[0].ChangeFrequency);
        Assert.False(entries[0].IsIndex);
        Assert.Null(entries[1].Priority);
        Assert.Equal(2, reader.SkippedEntries);
    }

    [Theory]
    [InlineData("<sitemapindex xmlns='x'><sitemap><loc>https://a/s1.xml</loc></sitemap></sitemapindex>",
        "https://a/s1.xml", true)]
    [InlineData(Rss, "https://a/p", false)]
    [InlineData(Atom, "https://a/p", false)]
    [InlineData("\ufeff# comment\r\nhttps://a/p\r\n\r\n", "https://a/p", false)]
    [InlineData("/p", "https://a/p", false)]
    public async Task ReadAsync_OtherFormats(string text, string url, bool isIndex)
    {
        var (entries, reader) = await ReadAsync(Encoding.UTF8.GetBytes(text));

        Assert.Null(reader.Error);
        var entry = Assert.Single(entries);
        Assert.Equal((url, isIndex), (entry.Url.Href, entry.IsIndex));
        if (text.Contains("2024")) Assert.Equal(2024, entry.LastModified?.Year);
    }

    [Fact]
    public async Task ReadAsync_GzipAndOtherEncodings()
    {
        var (zipped, _) = await ReadAsync(Gzip(Encoding.UTF8.GetBytes(UrlSet)));
        var (wide, _) = await ReadAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(UrlSet.Replace("UTF-8", "UTF-16"))]);
        var (latin, _) = await ReadAsync(
            Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='latin1'?>" +
                "<urlset><url><loc>/\u00e9</loc></url></urlset>"));

        Assert.Equal(2, zipped.Count);
        Assert.Equal(2, wide.Count);
        Assert.Equal("https://a/%C3%A9", latin[0].Url.Href);
    }

    [Fact]
    public async Task ReadAsync_Broken_YieldsWhatWasReadAndSaysSo()
    {
        var (entries, reader) = await ReadAsync(
            Encoding.UTF8.GetBytes(UrlSet[..UrlSet.IndexOf("mailto", StringComparison.Ordinal)]));
        Assert.Equal(2, entries.Count);
        Assert.Contains("https://a/sitemap.xml", reader.Error);

        byte[] zipped = Gzip(Encoding.UTF8.GetBytes(UrlSet));
        (_, reader) = await ReadAsync(zipped[..(zipped.Length / 2)]);
        Assert.NotNull(reader.Error);
    }

    [Fact]
    public async Task ReadAsync_EntityBomb_IsAnError()
    {
        const string bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" +
            "<urlset><url><loc>/&b;</loc></url></urlset>";
        var (entries, reader) = await ReadAsync(Encoding.UTF8.GetBytes(bomb));
        Assert.Empty(entries);
        Assert.NotNull(reader.Error);
    }

    [Theory]
    [InlineData("depth")]
    [InlineData("attribute")]
    [InlineData("size")]
    public async Task ReadAsync_BeyondALimit_IsAnError(string kind)
    {
        string text = kind switch
        {
            "depth" => string.Concat(Enumerable.Repeat("<a>", 100_000)),
            "attribute" => "<a b='" + new string('x', 3_000_000) + "'/>",
            _ => "<a>" + string.Concat(Enumerable.Repeat("<b/>", 100_000)) + "</a>",
        };
        var options = new SitemapOptions { MaxBytes = kind == "size" ? 100_000 : 10_000_000 };
        var (_, reader) = await ReadAsync(Gzip(Encoding.UTF8.GetBytes(text)), options);
        Assert.NotNull(reader.Error);
    }

    [Fact]
    public async Task ReadAsync_Fuzzed_NeverThrows()
    {
        var inputs = new List<byte[]>();
        Fuzz.Bytes([UrlSet[..600], "<rss><channel><item><link>/p</link></item></channel></rss>", "a\nhttps://b\r\n"], 9,
            4_000, (bytes, _) => inputs.Add(bytes));
        byte[] zipped = Gzip(Encoding.UTF8.GetBytes(UrlSet));
        for (int i = 0; i < zipped.Length; i++) inputs.Add([.. zipped[..i], (byte)~zipped[i], .. zipped[(i + 1)..]]);
        foreach (byte[] input in inputs) await ReadAsync(input);
    }

    private static async Task<(List<SitemapEntry> Entries, SitemapReader Reader)> ReadAsync(
        byte[] file, SitemapOptions? options = null)
    {
        using var stream = new MemoryStream(file);
        var reader = new SitemapReader(stream, Base, options);
        var entries = new List<SitemapEntry>();
        await foreach (var entry in reader.ReadAsync()) entries.Add(entry);
        return (entries, reader);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(bytes);
        return output.ToArray();
    }
}
