using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Html.Tests.Selectors;

/// <summary>The same elements in the same order as AngleSharp selects.</summary>
public sealed class CssOracleTests
{
    private static readonly string[] s_corpus =
    [
        "*", "a", "A", "h1", "h1 small", "title", "nope", "my-widget", "my-widget span", "linearGradient", "svg a", "svg *",
        "#top", "#c1", "#C1", "a#x", ".card", ".Card", ".card.first", "p.price", ".price.sale", ".x", "[class~=x]", "body.Page.list",
        "[id]", "[data-sku]", "[data-sku=L-1]", "[data-sku='L-2']", "[data-sku^=L]", "[data-sku$='1']", "[data-sku*='-']",
        "[href^='http']", "ul li a[href^=\"http\"]", "[href*='#']", "[lang|=de]", "[lang|=en]", "[class^='card']", "[class$='card']",
        "[data-sku=l-1 i]", "[data-sku='l-1']", "[href='']", "[href^='']", "[class~='']", "a[href]", "a:not([href])",
        "link[rel=\"stylesheet\"]", "meta[name=\"viewport\"]", "pre, code", "table tr > td:first-child", "div[class] > p",
        "ul > li:nth-child(2n+1)", "dl > dt:first-of-type", "ul>li", "ul > li > a", "ul li a", "main p", "main > p", "div div div em",
        "div > div > div > em", "em + em", "em ~ em", "dt + dd", "dt ~ dd", "dt + dd + dd", "h2 + p", "h2 ~ p", "h2 ~ p + p", "thead + tbody td",
        "li:nth-child(1)", "li:nth-child(2)", "li:nth-child(odd)", "li:nth-child(even)", "li:nth-child(3n)", "li:nth-child(n+2)",
        "li:nth-child(-n+2)", "li:nth-child(-2n+3)", "li:nth-child(0)", "li:nth-last-child(1)", "li:nth-last-child(2n)", "li:nth-last-child(-n+2)",
        "td:nth-child( 2n + 1 )", "td:nth-child(+1)", "td:nth-child(N)", "p:nth-of-type(1)", "p:nth-of-type(2n)", "dd:nth-of-type(2)",
        "p:nth-last-of-type(1)", "dt:nth-last-of-type(2)", "*:first-child", "*:last-child", "*:only-child", "em:first-of-type",
        "em:last-of-type", "*:only-of-type", "h2:first-child", "p:last-child", "article:first-child", "article:last-child", ":empty", "p:empty",
        ":root", ":root > body", "html:root", "body :root", ":not(p)", "p:not(.price)", "p:not(.price):not(:empty)", "article:not(#c1, #c2)",
        "main :not(article *)", ":is(h1, h2)", ":is(nav, main) a", "div :is(p.price, h2)", "article :is(h2 + p)", "article:is(.first, .last-card)",
        ":where(article) > h2", "article:has(p.sale)", "article:has(> h2)", "article:has(> div p)", "ul:has(li.on)", "h2:has(+ p)", "h2:has(~ p + p)",
        "tr:has(td)", "table:has(table)", "li:has(a[href])", "div:has(> div > div)", ":has(em)", "article:not(:has(.sale))",
        "li:nth-child(2 of :has(a))", "article:nth-child(1 of .card)", "*:nth-last-child(1 of p)", "p:nth-child(2 of p)",
        "input:checked", ":checked", "option:checked", ":disabled", "input:enabled", ":enabled", "button:enabled",
        ":link", "p:contains('Bright')", "article:contains(\"lamp\")", "article:contains('zzz')", "td:contains(Bern)",
        "*|p", "*|*", "article  >  h2", "article>h2+p", "article > h2 ~ p", "nav,main", "h1 , h2 ,h3", "div\n>\np", "p/**/.price",
        "#c1 .price", "#c1 > .price ~ p", "main article.card h2", "html body main div article", "body > * > *", "* * * *", "div *", "* > *",
        "tr > *", "td + td", "tbody tr:nth-child(2) td", "tr.odd > td:last-child", "table table td", "form > *", "form *:not(option)",
        "select > *", "option", "fieldset legend input", "p[lang]", ":lang(de)", "p:lang(de)", "[colspan]", "[colspan=\"2\"]", "code[class*=language]",
        ".language-cs", "pre > code.x", "\\70", "#c\\31", ".\\78", "a[hr\\65 f]",
    ];

    // Where AngleSharp answers otherwise than the standards and browsers do.
    private static readonly HashSet<string> s_differs =
    [
        "*:first-child", "*:last-child", "*:only-child", "*:only-of-type", // It excludes the root element.
        "A", // It compares SVG's names without case.
        ":disabled", ":enabled", // It knows neither disabled fieldsets nor option groups.
    ];

    // It ignores quirks mode.
    private static readonly HashSet<string> s_differsInQuirks = ["p.price", "p/**/.price", ".price.sale", "p:not(.price)", "p:not(.price):not(:empty)"];

    [Fact]
    public void Select_a_corpus_of_selectors_equals_AngleSharp()
    {
        var wrong = new List<string>();
        foreach (var page in (string[])[SelectorPages.Shop, SelectorPages.Quirky])
        {
            using var tree = AngleTree.Parse(page);
            var same = s_corpus.Where(s => !s_differs.Contains(s) && !(page == SelectorPages.Quirky && s_differsInQuirks.Contains(s)));
            wrong.AddRange(same.Select(s => Difference(tree, s)).OfType<string>());
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Select_on_pages_of_a_real_site_equals_AngleSharp()
    {
        var (wrong, pages) = (new List<string>(), RealPages());
        foreach (var page in pages)
        {
            using var tree = AngleTree.Parse(File.ReadAllText(page));
            wrong.AddRange(s_corpus.Where(s => !s_differs.Contains(s)).Select(s => Difference(tree, s, each: false)).OfType<string>());
        }
        Assert.True(pages.Length >= 20, $"only {pages.Length} pages: is the folder whole?");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Select_random_selectors_on_random_trees_equals_AngleSharp(int seed)
    {
        var random = new Random(seed);
        var wrong = new List<string>();
        for (var round = 0; round < 15; round++)
        {
            using var tree = AngleTree.Parse(SelectorPages.Random(random, random.Next(5, 120)));
            for (var i = 0; i < 100; i++)
            {
                var text = SelectorPages.RandomSelector(random);
                if (Difference(tree, text) is { } difference) wrong.Add($"seed {seed}, round {round}: {difference}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private static string? Difference(AngleTree tree, string text, bool each = true)
    {
        if (!CssSelector.TryParse(text, out var selector, out var error))
            return $"{text}: refused, {error}";
        int[] expected = [.. tree.Query(text)];
        var actual = new List<int>();
        selector.Select(tree.Ours, HtmlDocument.Root, actual);
        if (!actual.SequenceEqual(expected)) return $"{text}: [{Names(tree, actual)}] instead of [{Names(tree, expected)}]";
        if (selector.Count(tree.Ours, HtmlDocument.Root) != expected.Length) return $"{text}: count";
        if (selector.First(tree.Ours, HtmlDocument.Root) != (expected.Length == 0 ? HtmlDocument.None : expected[0])) return $"{text}: first";
        var matching = new HashSet<int>(expected);
        for (var node = 0; each && node < tree.Ours.NodeCount; node++)
            if (selector.Matches(tree.Ours, node) != matching.Contains(node)) return $"{text}: matches({node})";
        return null;
    }

    private static string[] RealPages()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Trawl.slnx"))) folder = folder.Parent!;
        var site = Path.Combine(folder.FullName, "artifacts", "testdata", "html", "postgresql");
        Assert.True(Directory.Exists(site), $"\"{site}\" is absent. Install it with: eng/testdata.sh html");
        string[] all = [.. Directory.GetFiles(site, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return [.. all.Where((_, i) => i % 40 == 0)];
    }

    private static string Names(AngleTree tree, IEnumerable<int> nodes) =>
        string.Join(' ', nodes.Select(n => $"{n}:{tree.Ours.LocalName(n)}"));
}
