using System.Text;
using Trawl.Web.Urls;

namespace Trawl.Web.Tests.Urls;

public sealed class FastUrlTests
{
    private static readonly string[] Bases =
        ["https://example.com/a/b/c.html?q#f", "http://h:8080/", "http://u:p@h/x//y/", "http://[::1]/a", "file:///a/b"];

    private static readonly string[] Links =
    [
        "https://example.com/catalogue/page-2.html", "http://h:8080/x?y=1&z=%20#top", "https://example.com",
        "http://a?b",
        "foo.html", "../x/y.html#frag", "./a/../b", "../../../../z", "#frag", "?q=1#f", "/abs/path",
        "//other.example/x",
        "mailto:a@b", "a:b", "x/.hidden", "%2e%2e/x", "..", ".", "../", "http://127.0.0.1/", "http://xn--a/", "http:x",
        "",
        "./../a", ".././b", "http://h:80/", "http://h:99999/", "http://h:/", "http://H/", "http://a_b.c./",
    ];

    [Fact]
    public void TryParse_MutatedLinks_AnswersWhatTheParserAnswers()
    {
        const int seed = 7;
        var random = new Random(seed);
        int fast = 0;
        for (int i = 0; i < 200_000; i++)
        {
            WebUrl.TryParse(Bases[random.Next(Bases.Length)], null, out var baseUrl);
            string link = Mutate(Links[random.Next(Links.Length)], random, i % 4);
            var quick = FastUrl.TryParse(link, link, baseUrl);
            if (quick is null) continue;
            fast++;
            var full = UrlParser.Parse(link, baseUrl);
            Assert.True(Same(quick, full), $"seed {seed}, <{link}> against <{baseUrl}>: {quick} is not {full}");
        }

        Assert.True(fast > 30_000, $"only {fast} took the fast path");
    }

    private static bool Same(WebUrl quick, WebUrl? full) =>
        quick == full && quick.Host == full!.Host && quick.Port == full.Port && quick.Path == full.Path
        && quick.Query == full.Query && quick.Fragment == full.Fragment && quick.Username == full.Username
        && quick.Password == full.Password && quick.HostAndPort == full.HostAndPort && quick.Scheme == full.Scheme;

    private static string Mutate(string link, Random random, int changes)
    {
        const string alphabet = "aZ0./\\?#:%2eE@[]|^'\" <>`{}\t\u00e9\ud800_-~&=";
        var text = new StringBuilder(link);
        for (; changes > 0; changes--)
        {
            int at = random.Next(text.Length + 1);
            if (random.Next(3) > 0 || at == text.Length) text.Insert(at, alphabet[random.Next(alphabet.Length)]);
            else text.Remove(at, 1);
        }

        return text.ToString();
    }
}
