using Trawl.Web.Sitemaps;
using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Sitemaps;

/// <summary>Runs when nothing else does: it looks at the memory of the whole process.</summary>
[CollectionDefinition(nameof(SitemapMemoryTests), DisableParallelization = true)]
[Collection(nameof(SitemapMemoryTests))]
public sealed class SitemapMemoryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_FiftyMegabytes_AreNotHeld(bool isText)
    {
        const long size = 50_000_000;
        using var stream = new GeneratedSitemap(size, isText);
        var reader = new SitemapReader(stream, WebUrl.Parse("https://a/sitemap.xml"));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        int count = 0;
        await foreach (var entry in reader.ReadAsync())
        {
            if (++count % 100_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            Assert.True(entry.Url.IsHttp);
        }

        Assert.Null(reader.Error);
        Assert.True(count > 400_000, $"{count} entries");
        Assert.True(most < 2_000_000, $"{most:N0} bytes were live");
    }
}
