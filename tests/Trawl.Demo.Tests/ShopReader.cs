using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trawl.Demo.Truth;

namespace Trawl.Demo.Tests;

/// <summary>Reads the shop's pages as a stranger would: over HTTP, with a parser that shares no code with us.</summary>
public sealed class ShopReader(DemoShop shop) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(shop.BaseUrl),
    };

    private readonly HtmlParser _parser = new();

    public Task<HttpResponseMessage> GetAsync(string url) => _http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));

    public async Task<IDocument> DocumentAsync(string url)
    {
        using var response = await GetAsync(url);
        response.EnsureSuccessStatusCode();
        return await ParseAsync(response);
    }

    public async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        await _parser.ParseDocumentAsync(await response.Content.ReadAsStreamAsync());

    public ExpectedProduct Product(IDocument page, string url) => new()
    {
        Url = url,
        Sku = Text(page, "[itemprop=sku]")!,
        Title = Text(page, "h1"),
        Price = Money(page, ".price"),
        WasPrice = Money(page, ".was"),
        Currency = page.QuerySelector("[itemprop=priceCurrency]")!.GetAttribute("content")!,
        InStock = JsonLd(page, "offers", "availability") == "https://schema.org/InStock",
        Stock = Number(Text(page, ".stock b")) is { } stock ? (int)stock : null,
        Rating = Number(Text(page, ".rating .score")),
        ReviewCount = page.QuerySelectorAll(".review").Length,
        Brand = Text(page, "a.brand")!,
        Seller = Text(page, "a.seller")!,
        Breadcrumb = Texts(page, ".crumbs a"),
        Description = Text(page, ".description")!,
        Images = [.. page.QuerySelectorAll(".gallery img").Select(img => shop.BaseUrl + img.GetAttribute("src"))],
        Tags = Texts(page, ".detail .tags li"),
        Specs = [.. page.QuerySelectorAll(".specs tr").Select(row =>
            KeyValuePair.Create(Text(row, "th")!, Text(row, "td")!))],
        Gtin = JsonLd(page, "gtin13"),
    };

    public static IEnumerable<ExpectedReview> Reviews(IDocument page) =>
        page.QuerySelectorAll(".review").Select(Review);

    public static ExpectedArticle Article(IDocument page, string url) => new(
        url,
        Text(page, "h1")!,
        Text(page, ".author")!,
        Date(page),
        Texts(page, ".article .tags li"),
        Text(page, ".article .body")!);

    public void Dispose() => _http.Dispose();

    private static ExpectedReview Review(IElement review) => new(
        review.Id!,
        review.GetAttribute("data-sku")!,
        Text(review, ".author")!,
        Date(review),
        int.Parse(review.QuerySelector(".stars")!.GetAttribute("data-stars")!, CultureInfo.InvariantCulture),
        Text(review, ".text")!);

    private static DateOnly Date(IParentNode node) => DateOnly.ParseExact(
        node.QuerySelector("time")!.GetAttribute("datetime")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Money(IParentNode node, string selector) =>
        Text(node, selector) is ['£', .. var amount] ? Number(amount) : null;

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string[] Texts(IParentNode node, string selector) =>
        [.. node.QuerySelectorAll(selector).Select(element => Collapse(element.TextContent))];

    private static string? Text(IParentNode node, string selector) =>
        node.QuerySelector(selector) is { } element ? Collapse(element.TextContent) : null;

    private static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string JsonLd(IDocument page, params string[] path)
    {
        var script = page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        var value = JsonDocument.Parse(script).RootElement;
        foreach (var name in path) value = value.GetProperty(name);
        return value.GetString()!;
    }
}
