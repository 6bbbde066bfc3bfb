using AngleSharp.Dom;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Xunit.Abstractions;

namespace Trawl.Html.Tests.Parsing;

/// <summary>Two whole documentation sites: every page has the same tree as AngleSharp gives it.</summary>
public sealed class RealPageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("postgresql", 1_100)]
    [InlineData("python", 500)]
    public void Every_page_has_the_tree_that_AngleSharp_builds(string site, int least)
    {
        var wrong = new List<string>();
        string[] files = HtmlTestData.Files(site, "*.html");
        foreach (string file in files)
        {
            string page = File.ReadAllText(file);
            using var document = HtmlParser.Parse(page);
            using var other = AngleSharpTree.Parse(page);
            if (Difference(document, other) is { } difference) wrong.Add($"{Path.GetFileName(file)}: {difference}");
        }

        output.WriteLine($"{files.Length} pages, {wrong.Count} differ");
        Assert.True(files.Length >= least, $"only {files.Length} pages: is the site whole?");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Difference(HtmlDocument document, IDocument other)
    {
        if (AngleSharpTree.Elements(document) != AngleSharpTree.Elements(other)) return "elements differ";
        foreach (string name in (string[])["title", "h1", "h2", "a"])
        {
            string ours = string.Join('\n', Each(document, name).Select(document.Text));
            string theirs = string.Join('\n', other.All.Where(element => element.LocalName == name).Select(e => e.TextContent));
            if (ours != theirs) return $"texts of {name} differ";
        }

        var links = Each(document, "a").Where(node => document.TryGetAttribute(node, KnownName.Href, out _))
            .Select(node => Attribute(document, node, KnownName.Href));
        var otherLinks = other.All.Where(element => element.LocalName == "a" && element.HasAttribute("href"))
            .Select(element => element.GetAttribute("href")!);
        if (!links.SequenceEqual(otherLinks, StringComparer.Ordinal)) return "links differ";
        return document.Text(document.FirstElement()) == other.DocumentElement.TextContent ? null : "text differs";
    }

    private static IEnumerable<int> Each(HtmlDocument document, string name)
    {
        int id = document.FindName(name);
        int node = document.NextInTree(HtmlDocument.Root, HtmlDocument.Root);
        for (; node != HtmlDocument.None; node = document.NextInTree(node, HtmlDocument.Root))
        {
            if (document.Kind(node) == NodeKind.Element && document.NameId(node) == id) yield return node;
        }
    }

    private static string Attribute(HtmlDocument document, int node, int name)
    {
        document.TryGetAttribute(node, name, out var value);
        return value.ToString();
    }
}
