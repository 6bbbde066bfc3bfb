using System.Text.Json;
using Trawl.Demo.Truth;

namespace Trawl.Demo.Tests;

public sealed class TruthTests
{
    [Fact]
    public async Task Every_product_and_review_page_says_what_is_expected()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Troubles = false });
        using var reader = new ShopReader(shop);
        var reviews = new List<ExpectedReview>();

        foreach (var expected in shop.Expected.Products.Concat(shop.Expected.Quarantined).OrderBy(p => p.Sku))
        {
            using var page = await reader.DocumentAsync(expected.Url);
            Assert.Equal(AsJson(expected), AsJson(reader.Product(page, expected.Url)));
            reviews.AddRange(ShopReader.Reviews(page));
        }

        Assert.Equal(1200, shop.Expected.Products.Count + shop.Expected.Quarantined.Count);
        Assert.Equal(3, shop.Expected.Quarantined.Count);
        Assert.True(reviews.Count > 2000, $"{reviews.Count} reviews");
        Assert.Equal(reviews.OrderBy(r => r.Id), shop.Expected.Reviews.OrderBy(r => r.Id));
    }

    [Fact]
    public async Task Every_article_says_what_is_expected()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Troubles = false });
        using var reader = new ShopReader(shop);

        Assert.Equal(40, shop.Expected.Articles.Count);
        foreach (var expected in shop.Expected.Articles)
        {
            using var page = await reader.DocumentAsync(expected.Url);
            Assert.Equal(AsJson(expected), AsJson(ShopReader.Article(page, expected.Url)));
        }
    }

    [Fact]
    public async Task Stock_api_pages_through_everything()
    {
        await using var shop = await DemoShop.StartAsync();
        using var reader = new ShopReader(shop);
        var found = new List<ExpectedStock>();

        for (var next = "/api/stock"; next is not null;)
        {
            using var response = await reader.GetAsync(next);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            found.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(item => new ExpectedStock(
                item.GetProperty("sku").GetString()!,
                item.GetProperty("available").GetInt32(),
                item.GetProperty("warehouse").GetString()!,
                item.GetProperty("updated").GetDateTimeOffset())));
            next = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal(shop.Expected.Stock, found);
    }

    [Fact]
    public async Task Keys_are_unique_whatever_the_seed()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Seed = seed });
            var expected = shop.Expected;
            Assert.Equal(expected.Products.Count, expected.Products.DistinctBy(product => product.Sku).Count());
            Assert.Equal(expected.Reviews.Count, expected.Reviews.DistinctBy(review => review.Id).Count());
            Assert.Equal(expected.Articles.Count, expected.Articles.DistinctBy(article => article.Url).Count());
        }
    }

    private static string AsJson<T>(T value) => JsonSerializer.Serialize(value);
}
