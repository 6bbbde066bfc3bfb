using System.Net;
using Trawl.Demo.Data;
using Trawl.Demo.Making;
using Trawl.Demo.Serving;

namespace Trawl.Demo.Tests;

public sealed class TroubleTests
{
    private static readonly Catalog s_catalog = CatalogMaker.Make(new DemoShopOptions());
    private static readonly ShopSite s_site = new(s_catalog, "http://shop.test", new DemoShopOptions());

    [Theory]
    [InlineData(Trouble.AlwaysFails, 3)]
    [InlineData(Trouble.FailsOnce, 6)]
    [InlineData(Trouble.BusyOnce, 2)]
    [InlineData(Trouble.Slow, 6)]
    [InlineData(Trouble.NoTitle, 3)]
    [InlineData(Trouble.BrokenPrice, 3)]
    [InlineData(Trouble.OldEncoding, 3)]
    public void Troubles_are_where_they_are_said_to_be(Trouble trouble, int products)
    {
        Assert.Equal(products, s_catalog.Products.Count(product => product.Trouble == trouble));
    }

    [Fact]
    public void Failing_pages_recover_or_do_not()
    {
        Assert.Equal([500, 500, 500], Statuses(Trouble.AlwaysFails));
        Assert.Equal([500, 200, 200], Statuses(Trouble.FailsOnce));
        Assert.Equal([503, 200, 200], Statuses(Trouble.BusyOnce));
        Assert.Equal(1, s_site.Answer(AddressOf(Trouble.BusyOnce), 0).RetryAfterSeconds);
    }

    [Fact]
    public void Slow_pages_take_300_to_800_ms()
    {
        foreach (var product in s_catalog.Products.Where(product => product.Trouble == Trouble.Slow))
        {
            Assert.InRange(s_site.Answer(Address.Parse(product.Path, ""), 0).Delay.TotalMilliseconds, 300, 800);
        }
    }

    [Fact]
    public void A_shop_without_troubles_answers_at_once()
    {
        var site = new ShopSite(s_catalog, "http://shop.test", new DemoShopOptions { Troubles = false });

        Assert.All(s_catalog.Products, product =>
        {
            var reply = site.Answer(Address.Parse(product.Path, ""), 0);
            Assert.Equal((200, TimeSpan.Zero), (reply.Status, reply.Delay));
        });
    }

    [Fact]
    public void Old_addresses_take_two_hops_and_the_loop_never_ends()
    {
        var product = s_catalog.Products[0];

        var first = s_site.Answer(Address.Parse($"/old/product/{product.Id}", ""), 0);
        var second = s_site.Answer(Address.Parse(first.Location!, ""), 0);

        Assert.Equal((301, 302, product.Path), (first.Status, second.Status, second.Location));
        var path = "/loop/a";
        for (var i = 0; i < 3; i++) path = s_site.Answer(Address.Parse(path, ""), 0).Location!;
        Assert.Equal("/loop/a", path);
    }

    [Fact]
    public void Old_encoding_is_what_its_bytes_say()
    {
        var reply = s_site.Answer(AddressOf(Trouble.OldEncoding), 0);

        Assert.Equal("text/html", reply.ContentType);
        Assert.Contains((byte)0x93, reply.Body);
        Assert.Contains((byte)0xA3, reply.Body);
        byte[] expected = [.. "caf"u8, 0xE9, (byte)' ', 0x80, (byte)' ', .. "&#9733;"u8];
        Assert.Equal(expected, Windows1252.Encode("café € ★"));
    }

    [Theory]
    [InlineData("/p/1-nothing")]
    [InlineData("/c/kitchen?page=99")]
    [InlineData("/c/kitchen?page=x")]
    [InlineData("/img/1001-99.svg")]
    [InlineData("/img/.svg")]
    [InlineData("/calendar/2126/1")]
    [InlineData("/old/product/5")]
    [InlineData("/api/stock?page=0")]
    public async Task Anything_else_is_not_here(string url)
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 30 });
        using var reader = new ShopReader(shop);

        using var response = await reader.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Address AddressOf(Trouble trouble) =>
        Address.Parse(s_catalog.Products.First(product => product.Trouble == trouble).Path, "");

    private static int[] Statuses(Trouble trouble) =>
        [.. Enumerable.Range(0, 3).Select(earlier => s_site.Answer(AddressOf(trouble), earlier).Status)];
}
