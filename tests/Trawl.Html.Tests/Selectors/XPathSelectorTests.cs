using System.Text;
using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Html.Tests.Selectors;

public sealed class XPathSelectorTests
{
    // Run by the compiled plan; each must give what the general engine gives.
    private static readonly string[] s_planned =
    [
        "//a", "//table//tr[td]", "count(//table//tr[td])", "//a[contains(@href,'#')]/@href", "count(//a)", "//h1/text()", "//div//text()",
        "//title/text()", "string(//h1)", "string(//nope)", "boolean(//h1)", "boolean(//nope)", "/html/head/title", "/html", "/body", "//*", "/*", "/*/*",
        "//*[@id]", "//@href", "count(//@href)", "//li[1]", "//li[2]", "//li[last()]", "//ul/li[position()=2]", "//li[position()<3]", "//li[position() > 1]",
        "//td[1]/text()", "//*[2]", "//div[@class='grid']/article", "//article[@id!='c1']", "//*[@data-sku='L-1']/h2", "//article[h2]", "//article[.//p]",
        "//article[not(p)]", "//article[p and @data-sku]", "//article[p or div]", "//article[p[contains(@class,'sale')]]", "//p[text()]", "//p[text()='Bright.']",
        "//p[.='Bright.']", "//p[contains(.,'€')]", "//p[contains(text(),'right')]", "//p[starts-with(@class,'price')]", "//article[contains(., 'Desk')]/@id",
        "//a[@href and not(contains(@href, '#'))]", "//dl/dt", "//dl/dd/text()", "//li/a[@href]/text()", "//ul//a", "//main//div//em", "//div/div",
        "//div//div", "//input[@checked]", "//svg//a", "//linearGradient", "//my-widget/span", "//p[@lang='de-CH']", "//table[.//table]", "//table[tbody/tr/td]",
        "//div[article/@id]", "//descendant::li", "/descendant::a", "//ul/descendant::a", "//h2[text()!='Desk lamp']", "//p[not(text())]", "/html//p", "//li[a]/@class",
        "descendant::p", ".//p", "./p", "p", "p/text()", ".//a/@href", "article/h2", ".//article[2]/h2/text()", "//b[2]", "//i[1]", "//*[@class]/@class", "//LI",
    ];

    // Beyond the plan.
    private static readonly string[] s_general =
    [
        "//tr[td][2]", "//h2/following-sibling::p", "//p/..", "//a | //h1", "//li[position() mod 2 = 1]", "string-length(//h1)", "sum(//td[2])", "//p[contains(@class,'')]",
        "concat('a', //h1/small)", "normalize-space(//h1)", "//comment()", "//*[name()='h1']", "count(//a) > 2", "//p[@class]/ancestor::div/@class", "a//@href", "//*[lang('de')]",
        "id('c1')/h2", "//article[position()=last()]", "(//li)[2]", "//node()", "//@*", "1 + 2", "'x'", "true()",
    ];

    [Fact]
    public void Evaluate_planned_expressions_agree_with_the_general_engine()
    {
        var wrong = new List<string>();
        foreach (var (tree, scope) in Places())
        {
            foreach (var text in s_planned)
            {
                var selector = Parse(text);
                Assert.True(selector.IsPlanned, $"{text} runs on the general engine");
                Compare(selector, tree.Ours, scope, wrong);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Evaluate_random_expressions_agree_with_the_general_engine()
    {
        const int Seed = 7;
        var random = new Random(Seed);
        var (wrong, planned) = (new List<string>(), 0);
        for (var round = 0; round < 30; round++)
        {
            using var tree = AngleTree.Parse(SelectorPages.Random(random, 60));
            for (var i = 0; i < 60; i++)
            {
                var selector = Parse(RandomPath(random));
                if (!selector.IsPlanned) continue;
                planned++;
                Compare(selector, tree.Ours, random.Next(4) == 0 ? 3 : HtmlDocument.Root, wrong);
            }
        }
        Assert.True(planned > 1_000, $"only {planned} were planned");
        Assert.True(wrong.Count == 0, $"seed {Seed}:\n" + string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void Evaluate_general_expressions_give_their_kind()
    {
        using var tree = AngleTree.Parse(SelectorPages.Shop);
        foreach (var text in s_general)
        {
            var selector = Parse(text);
            Assert.False(selector.IsPlanned, text);
            Assert.NotEqual(XPathResultKind.Failed, selector.Evaluate(tree.Ours, HtmlDocument.Root).Kind);
        }
        Assert.Equal("Lamps (3)", Parse("normalize-space(//h1)").Evaluate(tree.Ours, HtmlDocument.Root).Text);
        Assert.Equal(3, Parse("1 + 2").Evaluate(tree.Ours, HtmlDocument.Root).Number);
        Assert.True(Parse("count(//a) > 2").Evaluate(tree.Ours, HtmlDocument.Root).Boolean);
        Assert.Equal(["Desk lamp"], Values("id('c1')/h2", tree.Ours));
        Assert.Equal(["Grüezi"], Values("//*[lang('de')]", tree.Ours));
        Assert.Equal(["Lamps "], Values("(//h1 | //title)/text()[contains(., 's ')][last()]", tree.Ours).TakeLast(1));
        Assert.Equal(["grid"], Values("//h2[.='Desk lamp']/ancestor::div/@class", tree.Ours));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("//a[", 3)]
    [InlineData("//a]", 3)]
    [InlineData("//a[@href='x]", 10)]
    [InlineData("//a[$x]", 4)]
    [InlineData("//a[foo()]", 0)]
    [InlineData("//x:a", 0)]
    [InlineData("//a//", 0)]
    public void TryParse_a_malformed_expression_says_where(string text, int column)
    {
        Assert.False(XPathSelector.TryParse(text, out _, out var error));
        Assert.Equal(column, error.Column);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void Evaluate_an_expression_that_multiplies_its_work_is_given_up_and_says_so()
    {
        using var tree = AngleTree.Parse("<body>" + string.Concat(Enumerable.Repeat("<p>x</p>", 20_000)));

        var result = Parse("//p[count(preceding::p) = count(following::p)]").Evaluate(tree.Ours, HtmlDocument.Root);

        Assert.Equal(XPathResultKind.Failed, result.Kind);
        Assert.Contains("given up", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_from_many_threads_shares_one_selector()
    {
        using var tree = AngleTree.Parse(SelectorPages.Shop);
        var selectors = new[] { Parse("//article[position()=last()]/h2/text() | //h1"), Parse("count(//table//tr[td])") };
        var expected = selectors.Select(s => s.Evaluate(tree.Ours, HtmlDocument.Root)).ToArray();

        Parallel.For(0, 2_000, i =>
        {
            var actual = selectors[i % 2].Evaluate(tree.Ours, HtmlDocument.Root);
            Assert.Equal(expected[i % 2].Nodes, actual.Nodes);
            Assert.Equal(expected[i % 2].Number, actual.Number);
        });
    }

    [Fact]
    public void TryParse_random_text_never_throws()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        string[] pieces = ["//", "/", "a", "p", "[", "]", "(", ")", "@", "text()", "position()", "=", "'x'", "\"", "contains(", ",", "..", ".", "*", "|",
            "and ", "or ", "not(", "2", "last()", "::", "child", "$v", "-", "count(", " ", "\0", "é", ">", "div"];
        using var tree = AngleTree.Parse(SelectorPages.Quirky);
        for (var round = 0; round < 15_000; round++)
        {
            var text = new StringBuilder(random.Next(2) == 0 ? "//p" : "");
            for (var i = random.Next(10); i > 0; i--) text.Append(pieces[random.Next(pieces.Length)]);
            var wrong = new List<string>();
            if (XPathSelector.TryParse(text.ToString(), out var selector, out _)) Compare(selector, tree.Ours, HtmlDocument.Root, wrong);
            Assert.True(wrong.Count == 0, $"seed {Seed}, round {round}: {string.Join('\n', wrong)}");
        }
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-", "")]
    [InlineData("a/", "")]
    [InlineData("a[", "]")]
    [InlineData("a or ", "")]
    [InlineData("not(", ")")]
    public void TryParse_an_expression_that_nests_very_deep_is_an_answer(string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, 1_500).Append('a').Insert(0, "").Append(string.Concat(Enumerable.Repeat(close, 1_500)));
        using var tree = AngleTree.Parse(SelectorPages.Quirky);

        if (XPathSelector.TryParse(text.ToString(), out var selector, out var error)) selector.Evaluate(tree.Ours, HtmlDocument.Root);
        else Assert.NotEmpty(error.Message);
    }

    private static IEnumerable<(AngleTree Tree, int Scope)> Places()
    {
        foreach (var page in (string[])[SelectorPages.Shop, SelectorPages.Quirky])
        {
            var tree = AngleTree.Parse(page);
            yield return (tree, HtmlDocument.Root);
            var inner = tree.Theirs.QuerySelector("main, div")!;
            yield return (tree, tree[inner]);
            yield return (tree, tree[inner.FirstElementChild!]);
        }
    }

    private static void Compare(XPathSelector selector, HtmlDocument document, int scope, List<string> wrong)
    {
        var (actual, expected) = (selector.Evaluate(document, scope), selector.EvaluateGenerally(document, scope));
        var same = actual.Kind == expected.Kind && actual.Text == expected.Text && actual.Boolean == expected.Boolean
            && actual.Number.Equals(expected.Number) && actual.Nodes.SequenceEqual(expected.Nodes);
        if (!same)
            wrong.Add($"{selector.Text} at {scope}: {actual.Kind} {string.Join(' ', actual.Nodes)} instead of {expected.Kind} {string.Join(' ', expected.Nodes)}");
    }

    private static string RandomPath(Random random)
    {
        string[] starts = ["//", "//", ".//", "/html/body/", "", "./"];
        var text = new StringBuilder(starts[random.Next(starts.Length)]);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            text.Append(RandomName(random));
            while (random.Next(3) == 0) text.Append('[').Append(RandomPredicate(random, 0)).Append(']');
            if (i > 1) text.Append(random.Next(2) == 0 ? "/" : "//");
        }
        string[] ends = ["", "", "", "/@class", "/text()", "//text()", "/@data-k"];
        text.Append(ends[random.Next(ends.Length)]);
        return random.Next(6) == 0 ? $"count({text})" : text.ToString();
    }

    private static string RandomPredicate(Random random, int depth) => random.Next(depth < 2 ? 14 : 10) switch
    {
        0 => "@class",
        1 => "@data-k='v1'",
        2 => "contains(@class, 'it')",
        3 => "text()",
        4 => "contains(., '1')",
        5 => RandomName(random),
        6 => ".//" + RandomName(random),
        7 => $"{RandomName(random)}/{RandomName(random)}",
        8 => depth == 0 ? $"{random.Next(1, 4)}" : "starts-with(text(), 'text 1')",
        9 => depth == 0 ? "last()" : "@id!='i1'",
        10 => $"not({RandomPredicate(random, depth + 1)})",
        11 => $"{RandomPredicate(random, depth + 1)} and {RandomPredicate(random, depth + 1)}",
        12 => $"({RandomPredicate(random, depth + 1)} or {RandomPredicate(random, depth + 1)})",
        _ => $"{RandomName(random)}[{RandomPredicate(random, depth + 1)}]",
    };

    private static string RandomName(Random random) =>
        ((string[])["div", "p", "span", "ul", "li", "a", "b", "section", "x-y", "*"])[random.Next(10)];

    private static XPathSelector Parse(string text)
    {
        Assert.True(XPathSelector.TryParse(text, out var selector, out var error), $"{text}: {error}");
        return selector;
    }

    private static IEnumerable<string> Values(string text, HtmlDocument document) =>
        Parse(text).Evaluate(document, HtmlDocument.Root).Nodes.Select(n => n.Value(document));
}
