using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Links;

public sealed class FollowTests
{
    private static readonly FollowStep All = new() { Selector = Plans.Css("a") };

    [Fact]
    public void Follow_ResolvesTrimsAndDropsWhatIsNoPage()
    {
        const string page = """
            <a href=" b.html "></a><a href="/c#part"></a><a href="#top"></a><a href=""></a><a></a><a href="JavaScript:x()"></a>
            <a href="mailto:a@b.c"></a><a href="ftp://f.test/"></a><a href="//other.test/d?q=1"></a><a href="b.html"></a>
            <a href="b.html#again"></a><a href="http://[bad"></a><a href="data:text/html,x"></a><a href="&#10;/e&#10;f"></a>
            """;
        Assert.Equal(
            ["https://shop.test/a/b.html", "https://shop.test/c", "https://other.test/d?q=1", "https://shop.test/ef"],
            Plans.Following(All).Run(Pages.Html(page)).Hrefs());
    }

    [Theory]
    [InlineData("<base href='/x/'>", "https://shop.test/x/p")]
    [InlineData("<base target=_top><base href='https://cdn.test/y/'><base href='/z/'>", "https://cdn.test/y/p")]
    [InlineData("<base href='javascript:1'>", "https://shop.test/a/p")]
    [InlineData("<base href='http://[bad'>", "https://shop.test/a/p")]
    public void Follow_UsesTheFirstBaseWithAnHref(string head, string expected) =>
        Assert.Equal([expected], Plans.Following(All).Run(Pages.Html(head + "<a href=p>")).Hrefs());

    [Fact]
    public void Follow_KeepsWhatIncludeAllowsAndExcludeDoesNot()
    {
        var step = All with { Include = ["/shop/**"], Exclude = ["*.pdf"] };
        const string page = "<a href=/shop/a><a href=/shop/b/c><a href=/shop/d.pdf><a href=/about>";
        Assert.Equal(["https://shop.test/shop/a", "https://shop.test/shop/b/c"], Plans.Following(step).Run(Pages.Html(page)).Hrefs());
    }

    [Fact]
    public void Follow_FillsTheTemplate()
    {
        var step = new FollowStep { Selector = Plans.Css("[data-id]"), Attribute = "data-id", Template = "/item?id={value}&x=1" };
        Assert.Equal(
            ["https://shop.test/item?id=a%26b%20c%2F%C3%A9&x=1"],
            Plans.Following(step).Run(Pages.Html("<i data-id=' a&amp;b c/é '>")).Hrefs());
    }

    [Fact]
    public void Follow_OfOtherLanguages_TakesTheValueFound()
    {
        Assert.Equal(["https://shop.test/q"], Plans.Following(All with { Selector = Plans.XPath("//a/@href") }).Run(Pages.Html("<a href=/q>")).Hrefs());
        Assert.Equal(["https://shop.test/q"], Plans.Following(All with { Selector = Plans.XPath("//a") }).Run(Pages.Html("<a href=/q>")).Hrefs());
        Assert.Equal(["https://shop.test/q"], Plans.Following(All with { Selector = Plans.Css("i::attr(data-u)") }).Run(Pages.Html("<i data-u=/q>")).Hrefs());
        Assert.Equal(["https://shop.test/q"], Plans.Following(All with { Selector = Plans.Regex("url='([^']+)'") }).Run(Pages.Html("<script>url='/q'</script>")).Hrefs());
        Assert.Equal(["https://shop.test/api/2"], Plans.Following(All with { Selector = Plans.JsonPath("$.next") }).Run(Pages.Json("""{"next":"2"}""")).Hrefs());
    }

    [Fact]
    public void Follow_TellsWhichRuleAndWhetherItCostsDepth()
    {
        var outcome = Plans.Following(All, All with { SameDepth = true }).Run(Pages.Html("<a href=/q>"));
        Assert.Equal([("page", false), ("page", true)], outcome.Links.Select(link => (link.Via, link.SameDepth)));
    }

    [Fact]
    public void Follow_OfTooManyLinks_StopsAndSaysSo()
    {
        var page = string.Concat(Enumerable.Range(0, 100_500).Select(i => $"<a href={i}>"));
        var outcome = Plans.Following(All).Run(Pages.Html(page));
        Assert.Equal(100_000, outcome.Links.Count);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("100,000 links"));
    }
}
