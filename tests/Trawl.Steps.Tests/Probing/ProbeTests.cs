using Trawl.Model.Plans;
using Trawl.Steps.Probing;
using Trawl.Steps.Tests.Peers;

namespace Trawl.Steps.Tests.Probing;

public sealed class ProbeTests
{
    private const string Page = """
        <html><body><main id="content-area">
          <h1>Hat</h1>
          <div class="product-box"><span class="price-tag">£ 5.00</span> <a class=maker href=/b/1>Wren</a></div>
          <div class="box"><span class="was">£ 7.00</span></div>
        </main></body></html>
        """;

    [Theory]
    [InlineData(".price", ".price-tag", 1, "£ 5.00")]
    [InlineData("main .product-box > .price", "main .product-box > .price-tag", 1, "£ 5.00")]
    [InlineData("#content .price-tag", "#content-area .price-tag", 1, "£ 5.00")]
    [InlineData("main > .price-tag", "main .price-tag", 1, "£ 5.00")]
    [InlineData(".product-box:first-child .price-tag", ".product-box .price-tag", 1, "£ 5.00")]
    [InlineData("article.product .price-tag", ".product-box .price-tag", 1, "£ 5.00")]
    [InlineData(".makers::attr(href)", ".maker::attr(href)", 1, "/b/1")]
    [InlineData("h2", "h1", 1, "Hat")]
    [InlineData("//span[@class='price']", "//span[@class='price-tag']", 1, "£ 5.00")]
    [InlineData("//main/span[@class=\"price-tag\"]/text()", "//main//span[@class=\"price-tag\"]/text()", 1, "£ 5.00")]
    [InlineData("//section/div/a", "//div/a", 1, "Wren")]
    public void NearestAlternative_IsWhatAPersonWouldTry(string selector, string expected, int count, string sample)
    {
        using var probe = new SelectorProbe(new SelectorSpec(SelectorGuess.Of(selector), selector));
        var page = Pages.Html(Page);

        Assert.Equal(0, probe.Select(page, 10).Count);
        var all = probe.Alternatives(page, 5);
        var nearest = all.FirstOrDefault(a => a.Selector.Text == expected);
        Assert.True(nearest is not null && all.Take(3).Contains(nearest), string.Join('\n', all));
        Assert.Equal((count, sample), (nearest.Count, nearest.Sample));
    }

    [Theory]
    [InlineData("$.itmes[*].name", "$.items[*].name", 2)]
    [InlineData("$.items[*].prize", "$.items[*].price", 2)]
    [InlineData("$.name", "$..name", 2)]
    [InlineData("$.data.items[*].name", "$..items[*].name", 2)]
    [InlineData("$.items[?@.price > 100].name", "$.items[*].name", 2)]
    public void NearestAlternative_InJson(string selector, string expected, int count)
    {
        using var probe = new SelectorProbe(new SelectorSpec(SelectorLanguage.JsonPath, selector));
        var page = Pages.Json("""{"items":[{"name":"A","price":1},{"name":"B","price":2}]}""");

        Assert.Equal(0, probe.Select(page, 10).Count);
        var all = probe.Alternatives(page, 5);
        Assert.True(all.Any(a => a.Selector.Text == expected && a.Count == count), string.Join('\n', all));
    }

    [Fact]
    public void Matches_HaveTextAndPlace_AndAllAreCounted()
    {
        using var probe = new SelectorProbe(Plans.Css("div"));
        var found = probe.Select(Pages.Html(Page), 1);

        Assert.Equal(2, found.Count);
        var match = Assert.Single(found.Matches);
        Assert.Equal("£ 5.00 Wren", match.Text);
        Assert.Equal(("html > body > main > div:nth-of-type(1)", 3, 3), (match.Place.Path, match.Place.Line, match.Place.Column));
    }

    [Theory]
    [InlineData(".price", SelectorLanguage.Css)]
    [InlineData("a[href^='/']", SelectorLanguage.Css)]
    [InlineData("//a", SelectorLanguage.XPath)]
    [InlineData("(//a)[1]", SelectorLanguage.XPath)]
    [InlineData("count(//a)", SelectorLanguage.XPath)]
    [InlineData("$.a", SelectorLanguage.JsonPath)]
    public void Language_IsGuessed(string selector, SelectorLanguage expected) => Assert.Equal(expected, SelectorGuess.Of(selector));

    [Fact]
    public void WrongSelector_IsRefusedWithWhatIsWrong() =>
        Assert.Contains("a[", Assert.Throws<ArgumentException>(() => new SelectorProbe(Plans.Css("a["))).Message);

    [Fact]
    public void RealPages_SelectorsOfNothing_FindAlternativesThatMatch()
    {
        var (path, body) = RealPages.Of("postgresql").ElementAt(100);
        var page = Pages.Of(body, "text/html", "http://site.test/" + path);
        foreach (var selector in (string[])["div.refsect > h3", "table.tables td.columns", "//div[@class='sectt1']//p", "pre.programlistings code", "::::", "a:hover"])
        {
            SelectorProbe probe;
            try
            {
                probe = new SelectorProbe(new SelectorSpec(SelectorGuess.Of(selector), selector));
            }
            catch (ArgumentException)
            {
                continue;
            }

            using (probe)
            {
                foreach (var alternative in probe.Alternatives(page, 5))
                {
                    using var second = new SelectorProbe(alternative.Selector);
                    Assert.Equal(alternative.Count, second.Select(page, 0).Count);
                }
            }
        }
    }
}
