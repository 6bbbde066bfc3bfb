using Trawl.Html.Dom;
using Trawl.Html.Parsing;

namespace Trawl.Html.Tests.Dom;

public sealed class ReadmeTests
{
    [Fact]
    public void Example_of_the_readme_does_what_its_comments_say()
    {
        // README
        using var document = HtmlParser.Parse("<p>See <a href='/docs'>the  docs</a>.");
        int link = document.NextInTree(HtmlDocument.Root, HtmlDocument.Root);
        while (document.LocalName(link) != "a") link = document.NextInTree(link, HtmlDocument.Root);

        document.TryGetAttribute(link, document.FindName("href"), out var address); // "/docs"
        string text = document.SquashedText(link);                                  // "the docs"
        string path = document.PathOf(link);                                        // "html > body > p > a"
        int offset = document.Position(link);                                       // 7, where the tag starts in the page
        // END

        Assert.Equal("/docs", address.ToString());
        Assert.Equal("the docs", text);
        Assert.Equal("html > body > p > a", path);
        Assert.Equal(7, offset);
    }

    [Fact]
    public void Readme_quotes_this_file()
    {
        string root = Parsing.HtmlTestData.FindRoot();
        string test = File.ReadAllText(Path.Combine(root, "tests", "Trawl.Html.Tests", "Dom", "ReadmeTests.cs"));
        string readme = File.ReadAllText(Path.Combine(root, "src", "Trawl.Html", "README.md"));
        string code = test.Split("// README\n")[1].Split("        // END")[0].Replace("\n        ", "\n", StringComparison.Ordinal).TrimStart();
        Assert.Contains("```csharp\n" + code.TrimEnd() + "\n```", readme, StringComparison.Ordinal);
    }
}
