using System.Runtime.CompilerServices;
using System.Text;
using Trawl.Web.Encodings;
using Trawl.Web.Headers;
using Trawl.Web.Robots;
using Trawl.Web.Urls;

namespace Trawl.Web.Tests;

/// <summary>The example of the README runs, and is the one that the README shows.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_Runs()
    {
        byte[] robotsFile = Encoding.UTF8.GetBytes(
            "User-agent: *\nDisallow: /private\nSitemap: https://example.com/s.xml\n");
        byte[] body = Encoding.Latin1.GetBytes("<meta charset=iso-8859-1><p>café</p>");
        #region readme
        // A link as a page holds it, resolved as a browser would, then in one spelling.
        WebUrl page = WebUrl.Parse("https://example.com/catalogue/index.html");
        WebUrl.TryParse("../shop/%7eme?utm_source=mail#top", page, out WebUrl? link);
        var canonicalizer = new UrlCanonicalizer(new CanonicalRules { RemoveParameters = ["utm_*"] });
        WebUrl canonical = canonicalizer.Canonicalize(link!);      // https://example.com/shop/~me
        var why = canonicalizer.Explain(link!);                    // DropFragment, NormalizeEscapes, RemoveParameters

        // Is it wanted, and is it allowed?
        UrlPattern.TryParse("/shop/**", out UrlPattern? pattern, out PatternError? error);
        bool isWanted = pattern!.IsMatch(canonical);
        var robots = RobotsFetchState.FromResponse(200, robotsFile);
        RobotsVerdict verdict = robots.Check("trawl", canonical.PathAndQuerySpan);

        // The text of the page, with the reason for the encoding kept.
        DecodedText text = PageEncoding.Decode(body, "text/html"); // windows-1252, MetaElement
        RetryAfter.TryParse("120", DateTimeOffset.UnixEpoch, out TimeSpan wait);
        #endregion

        Assert.Equal("https://example.com/shop/~me", canonical.Href);
        Assert.Equal(["DropFragment", "NormalizeEscapes", "RemoveParameters"], why.Select(change => change.Rule));
        Assert.True(isWanted && verdict.Allowed && error is null);
        Assert.Contains("café", text.Text);
        Assert.Equal(("windows-1252", EncodingReason.MetaElement), (text.Decision.Name, text.Decision.Reason));
        Assert.Equal(TimeSpan.FromMinutes(2), wait);
    }

    [Fact]
    public void Readme_ShowsTheExample()
    {
        string readme = File.ReadAllText(Path.Combine(TestData.RepositoryRoot, "src", "Trawl.Web", "README.md"));
        int start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        string shown = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Equal(Region(), shown);
    }

    private static string Region([CallerFilePath] string file = "")
    {
        string[] lines = File.ReadAllLines(file);
        int start = Array.FindIndex(lines, line => line.Trim() == "#region readme") + 1;
        int end = Array.FindIndex(lines, start, line => line.Trim() == "#endregion");
        return string.Concat(lines[start..end].Select(line => (line.Length > 8 ? line[8..] : "") + "\n"));
    }
}
