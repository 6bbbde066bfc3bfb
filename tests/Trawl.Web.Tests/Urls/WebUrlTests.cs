using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Urls;

public sealed class WebUrlTests
{
    [Fact]
    public void Properties_OfAFullUrl_AreItsComponents()
    {
        var url = WebUrl.Parse("HTTPS://us:pw@EXAMPLE.com:8080/a/b?q=1#f");

        Assert.Equal("https://us:pw@example.com:8080/a/b?q=1#f", url.Href);
        Assert.Equal("https", url.Scheme);
        Assert.Equal("us", url.Username);
        Assert.Equal("pw", url.Password);
        Assert.Equal("example.com", url.Host);
        Assert.Equal(8080, url.Port);
        Assert.Equal("example.com:8080", url.HostAndPort);
        Assert.Equal("/a/b", url.Path);
        Assert.Equal("q=1", url.Query);
        Assert.Equal("/a/b?q=1", url.PathAndQuery);
        Assert.Equal("f", url.Fragment);
        Assert.Equal("https://example.com:8080", url.Origin);
        Assert.Equal("https://us:pw@example.com:8080/a/b?q=1", url.WithoutFragment().Href);
        Assert.True(url.IsHttp);
    }

    [Fact]
    public void QueryAndFragment_EmptyAndAbsent_Differ()
    {
        Assert.Equal("", WebUrl.Parse("http://a/?").Query);
        Assert.Null(WebUrl.Parse("http://a/").Query);
        Assert.Equal("", WebUrl.Parse("http://a/#").Fragment);
        Assert.Null(WebUrl.Parse("http://a/").Fragment);
        Assert.NotEqual(WebUrl.Parse("http://a/?"), WebUrl.Parse("http://a/"));
    }

    [Theory]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0177.0.0.01/", "127.0.0.1")]
    [InlineData("http://①②⑦.0.0.1/", "127.0.0.1")]
    [InlineData("http://%31%32%37.1/", "127.0.0.1")]
    [InlineData("http://[::ffff:127.0.0.1]/", "[::ffff:7f00:1]")]
    [InlineData("http://[0:0:1:0:0:0:0:1]/", "[0:0:1::1]")]
    public void Host_DisguisedAddress_IsWrittenPlainly(string text, string host) =>
        Assert.Equal(host, WebUrl.Parse(text).Host);

    [Theory]
    [InlineData("http://256.256.256.256/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://[1:2:3]/")]
    [InlineData("http://[1::2::3]/")]
    [InlineData("http://a b/")]
    [InlineData("http://a%00/")]
    [InlineData("http://a:65536/")]
    [InlineData("http://")]
    [InlineData("relative")]
    [InlineData("")]
    public void TryParse_Invalid_IsFalse(string text) => Assert.False(WebUrl.TryParse(text, null, out _));

    [Fact]
    public void TryParse_FuzzedInput_NeverThrowsAndIsStable()
    {
        string[] seeds =
        [
            "https://us:pw@example.com:8080/a/../b?q=1#f", "http://[2001:db8::1]:80/%2e%2E/x", "file:///C|/a/..",
            "blob:https://a/b",
            "mailto:a@b ?x #y", "http://0x7f.1/", "//xn--zca/ß", "ws://a\\b\t\n", "a:/.//b",
            "http://b\u00fccher.example/\ud83d\ude00\ud800",
        ];
        string[] baseTexts = ["https://example.com/a/b?c#d", "file:///C:/x", "x:opaque  "];
        WebUrl[] bases = [.. baseTexts.Select(text => WebUrl.Parse(text))];
        Fuzz.Text(seeds, seed: 1, count: 60_000, (text, i) =>
        {
            if (!WebUrl.TryParse(text, bases[i % 3], out var url)) return;
            Assert.True(WebUrl.TryParse(url.Href, null, out var again), $"{url} is not parsed again");
            Assert.Equal(url.Href, again.Href);
            Assert.Equal(url.Host, again.Host);
            Assert.Equal(url.Path, again.Path);
            Assert.Equal(url.Query, again.Query);
            _ = url.Origin + url.Username + url.Password + url.WithoutFragment();
        });
    }
}
