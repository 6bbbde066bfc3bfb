namespace Trawl.Demo.Tests;

/// <summary>Follows the links that <c>shop.yaml</c> follows, with a crawler of a few lines.</summary>
public sealed class CrawlTests
{
    private const string Links =
        "nav a, footer a, .listing a.product, .directory a, .articles a, .mentions a, a[rel=next]";

    [Fact]
    public async Task Links_lead_to_everything_that_is_expected_and_to_every_failure()
    {
        await using var shop = await DemoShop.StartAsync();
        using var reader = new ShopReader(shop);

        var seen = await CrawlAsync(shop, reader);

        var expected = shop.Expected;
        Assert.Equal(
            expected.Products.Concat(expected.Quarantined).Select(product => product.Url).Order(),
            seen.Where(page => page.Value == 200 && page.Key.Contains("/p/", StringComparison.Ordinal))
                .Select(page => page.Key).Order());
        Assert.All(expected.Articles, article => Assert.Equal(200, seen[article.Url]));
        Assert.Equal(expected.Failing.OrderBy(f => f.Key), seen.Where(page => page.Value >= 400).OrderBy(p => p.Key));
        Assert.Contains(expected.Failing.Values, status => status == 404);
        Assert.Contains(expected.Failing.Values, status => status == 410);
        Assert.Contains(expected.Failing.Values, status => status == 500);
        Assert.Contains(shop.BaseUrl + "/loop/c", seen.Keys);
        Assert.InRange(seen.Count, 1400, 2000);
    }

    private static async Task<Dictionary<string, int>> CrawlAsync(DemoShop shop, ShopReader reader)
    {
        var seen = new Dictionary<string, int>();
        var queue = new Queue<string>([shop.BaseUrl + "/"]);
        while (queue.TryDequeue(out var url))
        {
            if (seen.ContainsKey(url) || IsDisallowed(url, shop)) continue;
            using var response = await AskTwiceAsync(reader, url);
            seen[url] = (int)response.StatusCode;
            if (response.Headers.Location is { } location) queue.Enqueue(Plain(new Uri(new Uri(url), location)));
            if (!response.IsSuccessStatusCode) continue;
            using var page = await reader.ParseAsync(response);
            foreach (var link in page.QuerySelectorAll(Links))
            {
                queue.Enqueue(Plain(new Uri(new Uri(url), link.GetAttribute("href"))));
            }
        }

        return seen;
    }

    private static async Task<HttpResponseMessage> AskTwiceAsync(ShopReader reader, string url)
    {
        var response = await reader.GetAsync(url);
        if ((int)response.StatusCode < 500) return response;
        response.Dispose();
        return await reader.GetAsync(url);
    }

    private static bool IsDisallowed(string url, DemoShop shop) => url[shop.BaseUrl.Length..] is var path
        && (path is "/cart" or "/admin" || path.StartsWith("/calendar/", StringComparison.Ordinal));

    private static string Plain(Uri url)
    {
        var parameters = url.Query.TrimStart('?').Split('&');
        var query = parameters.FirstOrDefault(one => one.StartsWith("page=", StringComparison.Ordinal)) ?? "";
        return url.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : "");
    }
}
