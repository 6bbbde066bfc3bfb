using System.Text;
using System.Text.RegularExpressions;
using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Urls;

public sealed class PatternTests
{
    [Theory]
    [InlineData("/catalogue/**", "http://a/catalogue/x/y?z", true)]
    [InlineData("/catalogue/**", "http://a/catalogue", false)]
    [InlineData("/catalogue/*", "http://a/catalogue/x/y", false)]
    [InlineData("/catalogue/*", "http://a/catalogue/x", true)]
    [InlineData("/a", "http://a/a", true)]
    [InlineData("/a", "http://a/ab", false)]
    [InlineData("*.html", "http://a/x/y/z.html", true)]
    [InlineData("*.html", "http://a/x.html/y", false)]
    [InlineData("*.html", "http://a/z.html?q", false)]
    [InlineData("**", "http://a/", true)]
    [InlineData("/**/b/*/d", "http://a/x/y/b/c/d", true)]
    [InlineData("/**/b/*/d", "http://a/x/y/b/c/e/d", false)]
    [InlineData("/s?page=*", "http://a/s?page=2", true)]
    [InlineData("/s?page=*", "http://a/sxpage=2", false)]
    [InlineData("https://host/x/*", "https://host/x/1#f", true)]
    [InlineData("https://host/x/*", "http://host/x/1", false)]
    [InlineData("/caf\u00e9/*", "http://a/caf\u00e9/1", true)]
    [InlineData("re:^/p/[0-9]+$", "http://a/p/12", true)]
    [InlineData("re:^/p/[0-9]+$", "http://a/p/12x", false)]
    [InlineData("re:^https?://a/", "http://a/p", true)]
    public void IsMatch(string pattern, string url, bool expected)
    {
        Assert.True(UrlPattern.TryParse(pattern, out var parsed, out _));
        Assert.Equal(expected, parsed.IsMatch(WebUrl.Parse(url)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("catalogue/*", 0)]
    [InlineData("re:a(b", 6)]
    [InlineData("re:(a)\\1", 3)]
    [InlineData(null, 0)]
    public void TryParse_WrongPattern_SaysWhere(string? pattern, int position)
    {
        Assert.False(UrlPattern.TryParse(pattern, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void IsMatch_RandomGlobs_AgreesWithTheRegularExpression()
    {
        const int seed = 3;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            // Every other pattern is too long for the quick automaton.
            string filler = i % 2 == 0 ? "" : "*" + new string('a', 60) + "*";
            string glob = "/" + Random(random, "ab/**", 10) + filler;
            string path = "/" + Random(random, "ab/", 12) + filler.Trim('*');
            string expression = Regex.Replace(Regex.Escape(glob), @"(\\\*)+", m => m.Length == 2 ? "[^/]*" : ".*");
            Assert.True(UrlPattern.TryParse(glob, out var pattern, out _));
            bool expected = Regex.IsMatch(path, $"^{expression}$");
            Assert.True(expected == pattern.IsMatch(WebUrl.Parse("http://h" + path)),
                $"seed {seed}: {glob} {path} is {expected}");
        }
    }

    [Fact]
    public void IsMatch_HostileGlobAndUrl_IsLinear()
    {
        string glob = "/" + string.Concat(Enumerable.Repeat("*a**", 100)) + "b";
        var url = WebUrl.Parse("http://h/" + new string('a', 50_000));
        Assert.True(UrlPattern.TryParse(glob, out var pattern, out _));
        Assert.False(pattern.IsMatch(url));
    }

    [Fact]
    public void FirstMatch_IsTheFirstInOrder()
    {
        UrlPattern.TryParse("/b/**", out var b, out _);
        UrlPattern.TryParse("/**", out var all, out _);
        var matcher = new UrlMatcher([b!, all!]);

        Assert.Same(b, matcher.FirstMatch(WebUrl.Parse("http://a/b/c")));
        Assert.Same(all, matcher.FirstMatch(WebUrl.Parse("http://a/c")));
        Assert.False(new UrlMatcher([]).IsMatch(WebUrl.Parse("http://a/c")));
    }

    [Theory]
    [InlineData("example.com", "http://example.com:81/", true)]
    [InlineData("EXAMPLE.com", "http://example.com/", true)]
    [InlineData("example.com", "http://www.example.com/", false)]
    [InlineData("*.example.com", "http://www.example.com/", true)]
    [InlineData("*.example.com", "http://a.b.example.com/", true)]
    [InlineData("*.example.com", "http://example.com/", false)]
    [InlineData("*.example.com", "http://badexample.com/", false)]
    [InlineData("host:8080", "http://host:8080/", true)]
    [InlineData("host:8080", "http://host/", false)]
    [InlineData("host:80", "http://host/", true)]
    [InlineData("[::1]:8080", "http://[0:0::1]:8080/", true)]
    [InlineData("[::1]", "http://[::1]:9/", true)]
    [InlineData("b\u00fccher.example", "http://xn--bcher-kva.example/", true)]
    [InlineData("127.1", "http://127.0.0.1/", true)]
    [InlineData("*", "http://any/", true)]
    public void HostPattern_IsMatch(string pattern, string url, bool expected)
    {
        Assert.True(HostPattern.TryParse(pattern, out var parsed, out _));
        Assert.Equal(expected, parsed.IsMatch(WebUrl.Parse(url)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("http://a", 5)]
    [InlineData("a:x", 2)]
    [InlineData("a:0", 2)]
    [InlineData("a.*.b", 2)]
    [InlineData("a b", 0)]
    public void HostPattern_Wrong_SaysWhere(string pattern, int position)
    {
        Assert.False(HostPattern.TryParse(pattern, out _, out var error));
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void TryParse_Fuzzed_NeverThrows()
    {
        var url = WebUrl.Parse("http://a/b/c?d");
        Fuzz.Text(["/a/**/b*", "re:^/a[b-c]{2,3}(d|e)*$", "https://h/*", "*.html", "*.a.b:80", "[::1]:8080"], 4, 20_000,
            (text, unused) =>
        {
            if (UrlPattern.TryParse(text, out var pattern, out _)) pattern.IsMatch(url);
            if (HostPattern.TryParse(text, out var host, out _)) host.IsMatch(url);
        });
    }

    private static string Random(Random random, string alphabet, int longest)
    {
        var text = new StringBuilder();
        for (int n = random.Next(longest); n > 0; n--) text.Append(alphabet[random.Next(alphabet.Length)]);
        return text.ToString();
    }
}
