using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Urls;

public sealed class UrlCanonicalizerTests
{
    private static readonly CanonicalRules All = new()
    {
        RemoveParameters = ["utm_*", "sid"], SortParameters = true, DropEmptyQuery = true, StripTrailingSlash = true,
    };

    [Theory]
    [InlineData("http://a/b#c", "http://a/b")]
    [InlineData("http://a/%7eme/%2f%41", "http://a/~me/%2FA")]
    [InlineData("http://a/%3%31", "http://a/1")]
    [InlineData("http://a/x/%%32e", "http://a/x/")]
    [InlineData("http://a/%zz%4", "http://a/%zz%4")]
    [InlineData("http://a/B?", "http://a/B?")]
    [InlineData("http://a/b/?z=1&a=2", "http://a/b/?z=1&a=2")]
    [InlineData("mailto:%41#x", "mailto:%41")]
    public void Canonicalize_DefaultRules(string url, string expected) =>
        Assert.Equal(expected, new UrlCanonicalizer().Canonicalize(WebUrl.Parse(url)).Href);

    [Theory]
    [InlineData("http://a/b/?b=2&utm_source=x&a=1&b=1&sid", "http://a/b?a=1&b=2&b=1")]
    [InlineData("http://a/?utm_x=1", "http://a/")]
    [InlineData("http://a/b//?", "http://a/b")]
    [InlineData("http://a/?%75tm_x=1&c", "http://a/?c")]
    public void Canonicalize_AllRules(string url, string expected) =>
        Assert.Equal(expected, new UrlCanonicalizer(All).Canonicalize(WebUrl.Parse(url)).Href);

    [Fact]
    public void Canonicalize_NothingToDo_IsTheSameInstance()
    {
        var url = WebUrl.Parse("https://example.com/catalogue/page-2.html?x=%2F");
        Assert.Same(url, new UrlCanonicalizer().Canonicalize(url));
    }

    [Fact]
    public void Explain_NamesEachRuleThatChangedSomething()
    {
        var changes = new UrlCanonicalizer(All).Explain(WebUrl.Parse("http://a/%7e/?sid=1#f"));

        Assert.Equal(["DropFragment", "NormalizeEscapes", "RemoveParameters", "StripTrailingSlash"],
            changes.Select(c => c.Rule));
        Assert.Equal("http://a/%7e/?sid=1#f", changes[0].Before);
        Assert.Equal("http://a/~", changes[^1].After);
    }

    [Fact]
    public void Canonicalize_Twice_IsOnce()
    {
        string[] samples = ["http://a/%7e%%32e/../b//?utm_a=1&b=%2&%%34%31=3&a#x", "http://a/%2e%2e/%25%32%65/?&&sid&=",
            "ftp://a/%41/?"];
        UrlCanonicalizer[] both = [new(), new(All), new(new CanonicalRules { DropFragment = false })];
        Fuzz.Text(samples, seed: 2, count: 60_000, (text, i) =>
        {
            if (!WebUrl.TryParse(text, null, out var url)) return;
            var once = both[i % 3].Canonicalize(url);
            Assert.Equal(once, both[i % 3].Canonicalize(once));
            Assert.Equal(url == once, both[i % 3].Explain(url).Count == 0);
        });
    }
}
