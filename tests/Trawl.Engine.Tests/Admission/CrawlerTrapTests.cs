using Trawl.Engine.Admission;
using Trawl.Web.Urls;

namespace Trawl.Engine.Tests.Admission;

public sealed class CrawlerTrapTests
{
    [Theory]
    [InlineData("http://a.test/aa/aa/aa/aa/", "\"aa\" more than 3 times in the path")]
    [InlineData("http://a.test/x/en/docs/en/docs/en/docs/en/", "\"en\" more than 3 times in the path")]
    [InlineData("http://a.test/page/1/page/2/page/3/page/4", "\"page\" more than 3 times in the path")]
    [InlineData("http://a.test/l?s=1&s=1&s=1&s=1", "\"s=1\" more than 3 times in the query")]
    public void WhatComesAgainAndAgain_IsNamed(string url, string pattern) =>
        Assert.Equal(pattern, CrawlerTrap.Find(WebUrl.Parse(url), "http://a.test/", 1));

    [Theory]
    [InlineData("http://a.test/aa/aa/aa/")]
    [InlineData("http://a.test/2031/01/01/12/30")]
    [InlineData("http://a.test/f/f/e/f/f/x1.bin")]
    [InlineData("http://a.test/l?tag=1&tag=2&tag=3&tag=4&tag=5")]
    [InlineData("http://a.test//////")]
    [InlineData("http://a.test/")]
    public void RealAddresses_AreNone(string url) => Assert.Null(CrawlerTrap.Find(WebUrl.Parse(url), "http://a.test/", 1));

    [Fact]
    public void TooLong_IsATrap()
    {
        var most = "http://a.test/?q=" + new string('x', CrawlerTrap.MaxLength - "http://a.test/?q=".Length);

        Assert.Null(CrawlerTrap.Find(WebUrl.Parse(most), null, 0));
        Assert.Equal("more than 4096 characters", CrawlerTrap.Find(WebUrl.Parse(most + "x"), null, 0));
    }

    [Fact]
    public void ALongChainOfOneShape_IsATrap_AndOtherPagesThatFarAreNone()
    {
        var next = WebUrl.Parse("http://a.test/cal?month=2114-03");

        Assert.Null(CrawlerTrap.Find(next, "http://a.test/cal?month=2114-02", CrawlerTrap.MaxChain));
        Assert.Null(CrawlerTrap.Find(next, "http://a.test/event/7", CrawlerTrap.MaxChain + 1));
        Assert.Equal(
            "http://a.test/cal?month=#-# through more than 1000 pages",
            CrawlerTrap.Find(next, "http://a.test/cal?month=2114-02", CrawlerTrap.MaxChain + 1));
    }

    [Theory]
    [InlineData("http://a.test/i?sid=aa", "http://a.test/i?p=2&sid=bb", "sid is another one on every page")]
    [InlineData("http://a.test/i;jsessionid=A1?p=1", "http://a.test/j;JSESSIONID=B2", "jsessionid is another one on every page")]
    [InlineData("http://a.test/i?sid=aa", "http://a.test/i?p=2&sid=aa", null)]
    [InlineData("http://a.test/i", "http://a.test/i?sid=bb", null)]
    [InlineData("http://a.test/i?inside=1", "http://a.test/i?inside=2", null)]
    public void ASessionThatIsAnotherOneOnEveryPage_IsATrap(string page, string link, string? pattern) =>
        Assert.Equal(pattern, CrawlerTrap.Find(WebUrl.Parse(link), page, 1));
}
