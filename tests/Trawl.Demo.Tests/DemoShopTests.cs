using System.IO.Compression;
using System.Xml.Linq;
using Trawl.Demo.Data;
using Trawl.Demo.Making;
using Trawl.Demo.Serving;

namespace Trawl.Demo.Tests;

public sealed class DemoShopTests
{
    [Fact]
    public void Same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        var first = AllPages(seed: 3);
        var again = AllPages(seed: 3);
        var other = AllPages(seed: 4);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Hits_count_by_url_and_keep_arrivals_by_host()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 70 });
        using var reader = new ShopReader(shop);
        var failing = CatalogMaker.Make(new DemoShopOptions { Products = 70 })
            .Products.Single(product => product.Trouble == Trouble.FailsOnce).Path;

        foreach (var url in new[] { "/", "/?utm_source=x", failing, failing, "/" })
        {
            using var response = await reader.GetAsync(url);
        }

        Assert.Equal(5, shop.Hits.Total);
        Assert.Equal(2, shop.Hits.ByUrl["/"]);
        Assert.Equal(1, shop.Hits.ByUrl["/?utm_source=x"]);
        Assert.Equal((2, 1), (shop.Hits.ByUrl[failing], shop.Hits.SuccessesByUrl[failing]));
        var arrivals = shop.Hits.Arrivals(new Uri(shop.BaseUrl).Authority);
        Assert.Equal(5, arrivals.Count);
        Assert.Equal(arrivals.Order(), arrivals);
        shop.Hits.Clear();
        Assert.Equal(0, shop.Hits.Total);
    }

    [Fact]
    public async Task Sitemaps_name_every_product()
    {
        await using var shop = await DemoShop.StartAsync();
        using var reader = new ShopReader(shop);

        using var robots = await reader.GetAsync("/robots.txt");
        var rules = await robots.Content.ReadAsStringAsync();
        Assert.Contains($"Sitemap: {shop.BaseUrl}/sitemap.xml", rules, StringComparison.Ordinal);
        using var index = await reader.GetAsync("/sitemap.xml");
        var parts = Locations(await index.Content.ReadAsStreamAsync());
        using var packed = await reader.GetAsync(parts.Single(part => part.EndsWith(".gz", StringComparison.Ordinal)));
        var urls = Locations(new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress));

        Assert.Equal(1200, urls.Count);
        Assert.All(shop.Expected.Products, product => Assert.Contains(product.Url, urls));
    }

    [Fact]
    public async Task Visitors_that_read_gzip_get_gzip()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 50 });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.BaseUrl + "/");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");

        using var response = await http.SendAsync(request);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        await using var body = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.StartsWith("<!DOCTYPE html>", await new StreamReader(body).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_does_not_wait_for_slow_pages()
    {
        var shop = await DemoShop.StartAsync(new DemoShopOptions { Latency = TimeSpan.FromMinutes(5) });
        using var reader = new ShopReader(shop);
        var asking = reader.GetAsync("/");
        while (shop.Hits.Total == 0) await Task.Yield();

        await shop.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => asking);
    }

    private static HashSet<string> Locations(Stream xml) =>
        [.. XDocument.Load(xml).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value)];

    private static byte[] AllPages(int seed)
    {
        var catalog = CatalogMaker.Make(new DemoShopOptions { Seed = seed, Products = 200 });
        var site = new ShopSite(catalog, "http://shop.test", new DemoShopOptions { Troubles = false });
        var paths = catalog.Products.Select(product => product.Path)
            .Concat(catalog.Articles.Select(article => article.Path))
            .Concat(catalog.Categories.Select(category => category.Path))
            .Append("/").Append("/feed.xml").Append("/sitemap.xml").Append("/api/stock");
        return [.. paths.SelectMany(path => site.Answer(Address.Parse(path, ""), 0).Body)];
    }
}
