using Microsoft.AspNetCore.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Headers;

public sealed class CookieJarTests
{
    [Theory]
    [InlineData(true, "seen=1")]
    [InlineData(false, "")]
    public async Task Cookies_come_back_only_when_the_plan_keeps_them(bool keep, string expected)
    {
        await using var site = await StartAsync("seen=1; Path=/; Expires=Fri, 01 Jan 2090 00:00:00 GMT");
        using var fetcher = Fetcher(keep);

        using var first = await fetcher.GetAsync(site.Url);
        using var second = await fetcher.GetAsync(site.Url);

        Assert.Equal("", FetcherFixture.Text(first));
        Assert.Equal(expected, FetcherFixture.Text(second));
    }

    [Fact]
    public async Task Cookies_of_the_plan_are_joined_with_those_of_the_jar()
    {
        await using var site = await StartAsync("seen=1");
        using var fetcher = Fetcher(true);
        var request = new FetchRequest { Url = site.Url, Headers = [new("Cookie", "own=2")] };

        using var first = await fetcher.FetchAsync(request);
        using var second = await fetcher.FetchAsync(request);

        Assert.Equal("own=2; seen=1", FetcherFixture.Text(second));
    }

    [Fact]
    public async Task A_host_can_fill_no_more_than_its_share()
    {
        var many = Enumerable.Range(0, 300).Select(i => $"c{i}=v").Append("big=" + new string('x', 9000)).ToArray();
        await using var site = await StartAsync(many);
        using var fetcher = Fetcher(true);

        using var first = await fetcher.GetAsync(site.Url);
        using var second = await fetcher.GetAsync(site.Url);

        Assert.InRange(FetcherFixture.Text(second).Split("; ").Length, 1, 50);
        Assert.DoesNotContain("big=", FetcherFixture.Text(second), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=; Domain=.com")]
    [InlineData("a=b; Domain=other.example")]
    [InlineData("a=\"unclosed; Expires=never; Max-Age=x")]
    [InlineData(",;,;=")]
    public async Task Broken_and_foreign_cookies_are_ignored(string cookie)
    {
        await using var site = await StartAsync(cookie);
        using var fetcher = Fetcher(true);

        using var first = await fetcher.GetAsync(site.Url);
        using var second = await fetcher.GetAsync(site.Url);

        Assert.Null(second.Error);
        Assert.DoesNotContain("other", FetcherFixture.Text(second), StringComparison.Ordinal);
    }

    private static FetcherFixture Fetcher(bool keep) => new(o => o with { Plan = new FetchPlan { Cookies = keep } });

    private static Task<Site> StartAsync(params string[] cookies) => Site.StartAsync(context =>
    {
        context.Response.Headers.SetCookie = cookies;
        return context.Response.WriteAsync(context.Request.Headers.Cookie.ToString());
    });
}
