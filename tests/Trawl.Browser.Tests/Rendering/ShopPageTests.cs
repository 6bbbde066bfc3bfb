using System.Text.RegularExpressions;
using Trawl.Browser.Tests.Support;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tests.Rendering;

/// <summary>What the snapshot holds of pages that scripts make.</summary>
public sealed partial class ShopPageTests(OpenedShop opened) : IClassFixture<OpenedShop>
{
    private static readonly BrowserAction s_scroll = new() { Kind = BrowserActionKind.Scroll, Times = 50 };

    [Fact]
    public async Task AProductPageIsReadWithItsShadowTreeFramesAndPictures()
    {
        var product = opened.Shop.Products[6];

        var html = await opened.HtmlAsync("/p/7", new RenderPlan { WaitFor = [".price", ".review", "iframe"], Actions = [s_scroll] });

        Assert.Contains($"<h1>{product.Name}</h1>", html, StringComparison.Ordinal);
        Assert.Matches($"<price-tag[^>]*><span class=\"price\">{product.Price}</span><slot><small class=\"tax\">with tax</small></slot></price-tag>", html);
        Assert.All(product.Reviews, text => Assert.Contains($"<li class=\"review\">{text}</li>", html, StringComparison.Ordinal));
        Assert.Contains($"<p class=\"delivery\">{product.Delivery}</p>", html, StringComparison.Ordinal);
        Assert.All(product.Pictures, path => Assert.Contains($"src=\"{path}\" class=\"seen\"", html, StringComparison.Ordinal));
        Assert.DoesNotContain("asking for the price", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListThatGrowsIsReadToItsEnd() =>
        Assert.Equal(AllIds(), Ids(await opened.HtmlAsync("/", new RenderPlan { Actions = [s_scroll] })));

    [Fact]
    public async Task AListThatIsTurnedIsReadPageForPage() =>
        Assert.Equal(AllIds(), Ids(await opened.HtmlAsync(
            "/turned", new RenderPlan { WaitFor = [".next"], Actions = [new() { Kind = BrowserActionKind.Next, Css = ".next", Times = 20 }] })));

    [Fact]
    public async Task AFormIsFilledAndSentAsAPersonWould()
    {
        var product = opened.Shop.Products[3];

        var html = await opened.HtmlAsync("/search", new RenderPlan
        {
            Actions =
            [
                new() { Kind = BrowserActionKind.Fill, Css = "input[name=q]", Text = product.Name },
                new() { Kind = BrowserActionKind.Click, Css = ".go" },
                new() { Kind = BrowserActionKind.WaitFor, Css = ".results .product" },
            ],
        });

        Assert.Contains(product.Id, Ids(html));
    }

    [Fact]
    public async Task WhatIsKeptFromThePageIsNotAskedFor()
    {
        var before = Pictures();

        await opened.HtmlAsync("/p/9", new RenderPlan { WaitFor = [".price"], Block = [ResourceKind.Image], Actions = [s_scroll] });

        Assert.Equal(before, Pictures());
        await opened.HtmlAsync("/p/10", new RenderPlan { WaitFor = [".price"], Actions = [s_scroll] });
        Assert.True(Pictures() > before, "without the rule the pictures come");
    }

    [Fact]
    public async Task PagesOfARunShareTheirCacheAndTheirCookies()
    {
        await opened.HtmlAsync("/p/11", new RenderPlan { WaitFor = [".price"], Locale = "de-DE" });
        var before = opened.Shop.Hits["/shop.js"];

        await opened.HtmlAsync("/p/12", new RenderPlan { WaitFor = [".price"], Locale = "de-DE" });
        Assert.Equal(before, opened.Shop.Hits["/shop.js"]);
        await opened.HtmlAsync("/p/12", new RenderPlan { WaitFor = [".price"], Locale = "de-DE", Fresh = true });
        Assert.Equal(before + 1, opened.Shop.Hits["/shop.js"]);
    }

    private int Pictures() => opened.Shop.Hits.Where(hit => hit.Key.StartsWith("/img/", StringComparison.Ordinal)).Sum(hit => hit.Value);

    private IEnumerable<int> AllIds() => opened.Shop.Products.Select(p => p.Id);

    private static IEnumerable<int> Ids(string html) => Product().Matches(html).Select(m => int.Parse(m.Groups[1].Value)).Distinct();

    [GeneratedRegex("class=\"product\" href=\"/p/([0-9]+)\"")]
    private static partial Regex Product();
}
