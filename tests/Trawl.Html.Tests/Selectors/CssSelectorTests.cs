using System.Text;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Trawl.Html.Selectors;

namespace Trawl.Html.Tests.Selectors;

public sealed class CssSelectorTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a,", 2)]
    [InlineData("a >", 3)]
    [InlineData("> a", 0)]
    [InlineData("a > > b", 4)]
    [InlineData(".", 1)]
    [InlineData("#", 1)]
    [InlineData("a[", 2)]
    [InlineData("a[href", 6)]
    [InlineData("a[href=]", 7)]
    [InlineData("a[href='x]", 7)]
    [InlineData("a[href=x q]", 9)]
    [InlineData("a[href!=x]", 6)]
    [InlineData("li:nth-child(x)", 13)]
    [InlineData("li:nth-child(2n+)", 16)]
    [InlineData("li:nth-of-type(2 of a)", 17)]
    [InlineData("a:nope", 1)]
    [InlineData("a:not", 1)]
    [InlineData("a:not()", 6)]
    [InlineData("a:not(b", 7)]
    [InlineData("a:first-child()", 1)]
    [InlineData("a::before", 1)]
    [InlineData("a::text b", 8)]
    [InlineData("a::text.b", 7)]
    [InlineData("a::text, b", 9)]
    [InlineData("a:not(b::text)", 7)]
    [InlineData("svg|a", 0)]
    [InlineData("a)", 1)]
    [InlineData("a b]", 3)]
    public void TryParse_a_malformed_selector_says_where(string text, int column)
    {
        Assert.False(CssSelector.TryParse(text, out _, out var error));
        Assert.Equal(column, error.Column);
        Assert.NotEmpty(error.Message);
    }

    [Theory]
    [InlineData("a", SelectorTakeKind.Element, null)]
    [InlineData("div a::text", SelectorTakeKind.Text, null)]
    [InlineData("a::attr(HREF)", SelectorTakeKind.Attribute, "href")]
    [InlineData("::attr( data-x )", SelectorTakeKind.Attribute, "data-x")]
    [InlineData("a::text, b::text", SelectorTakeKind.Text, null)]
    public void Take_says_what_stands_behind_the_colons(string text, SelectorTakeKind kind, string? attribute)
    {
        Assert.Equal(new SelectorTake(kind, attribute), Parse(text).Take);
    }

    [Fact]
    public void SelectText_gives_what_is_taken()
    {
        using var document = HtmlParser.Parse("<p>a<b>b</b>c<p data-x=1>d<p data-X>");
        Assert.Equal(["abc", "d", ""], Texts("p", document));
        Assert.Equal(["a", "c", "d"], Texts("p::text", document));
        Assert.Equal(["a", "b", "c", "d"], Texts("body *::text", document));
        Assert.Equal(["1", ""], Texts("p::attr(data-x)", document));
        Assert.Empty(Texts("p::attr(none)", document));
    }

    [Theory]
    [InlineData("html:first-child", 1)]
    [InlineData("A", 1)] // SVG keeps its case.
    [InlineData("lineargradient", 0)]
    [InlineData("linearGradient", 1)]
    [InlineData("[viewBox]", 1)]
    [InlineData("[viewbox]", 0)]
    [InlineData("input[type=text]", 1)] // TEXT: an attribute the HTML standard names.
    [InlineData("input[type=text s]", 0)]
    [InlineData("[data-v=x]", 0)]
    [InlineData("[data-v=x i]", 1)]
    [InlineData(":disabled", 4)] // Not the input in the first legend.
    [InlineData("input:enabled", 1)]
    [InlineData(":lang(de)", 2)]
    [InlineData(":lang('*-ch')", 2)]
    [InlineData(":lang(fr, de)", 2)]
    [InlineData(":lang(d)", 0)]
    [InlineData(":scope > body", 1)]
    [InlineData(":has(> legend > input)", 1)]
    [InlineData("body:has(form optgroup)", 1)]
    [InlineData("form:has(body optgroup)", 0)] // What :has() looks for stands inside.
    [InlineData("a:visited, a:hover", 0)]
    [InlineData(":is(svg, p) a", 1)]
    [InlineData("i:not(p > i)", 0)]
    [InlineData("p i:not(:not(i))", 1)]
    public void Count_follows_the_standards_where_others_differ(string text, int expected)
    {
        using var document = HtmlParser.Parse("""
            <!doctype html><a href=x>x</a><svg viewBox="0 0 1 1"><linearGradient/><a href=y>y</a></svg>
            <form><fieldset disabled><legend><input type=TEXT data-v=X></legend><legend><input type=checkbox></legend>
            <optgroup disabled><option>1</optgroup></fieldset></form><p lang=de-CH><i>x</i></p>
            """);
        Assert.Equal(expected, Parse(text).Count(document, HtmlDocument.Root));
    }

    [Fact]
    public void Select_below_a_scope_sees_what_stands_around_it()
    {
        using var document = HtmlParser.Parse("<main><h2>a</h2><div id=s><p>1<p>2<div><p>3</div></div></main><p>4");
        var scope = Parse("#s").First(document, HtmlDocument.Root);

        Assert.Equal(3, Parse("p").Count(document, scope));
        Assert.Equal(3, Parse("main p").Count(document, scope));
        Assert.Equal(2, Parse("h2 + div > p").Count(document, scope));
        Assert.Equal(2, Parse(":scope > p").Count(document, scope));
        Assert.Equal(1, Parse(":scope p + p").Count(document, scope));
        Assert.Equal(HtmlDocument.None, Parse("#s").First(document, scope));
        Assert.True(Parse("h2 ~ div p").Matches(document, Parse("p").First(document, scope)));
    }

    [Fact]
    public void SelectorSet_gives_each_selector_what_it_selects_alone()
    {
        const int Seed = 3;
        var random = new Random(Seed);
        for (var round = 0; round < 20; round++)
        {
            using var document = HtmlParser.Parse(SelectorPages.Random(random, 150));

            // More than 64 compounds, so that one set is several programs.
            var selectors = Enumerable.Range(0, 40).Select(_ => Parse(SelectorPages.RandomSelector(random))).ToArray();
            var scope = round % 3 == 0 ? Parse("body *").First(document, HtmlDocument.Root) : HtmlDocument.Root;
            var together = selectors.Select(_ => new List<int>()).ToArray();
            SelectorSet.Build(selectors).Run(document, scope, together);
            for (var i = 0; i < selectors.Length; i++)
            {
                var alone = new List<int>();
                selectors[i].Select(document, scope, alone);
                Assert.True(alone.SequenceEqual(together[i]), $"seed {Seed}, round {round}: {selectors[i]}");
            }
        }
    }

    [Theory]
    [InlineData("div div div p")]
    [InlineData("x div div > div div")]
    [InlineData("div:has(x)")]
    [InlineData("div:has(> div > div x)")]
    [InlineData("div:not(x div)")]
    [InlineData("div:nth-child(2n+1):contains('zz')")]
    [InlineData("div:lang(de)")]
    [InlineData("p ~ p ~ p + p")]
    [InlineData("p:nth-last-of-type(2n)")]
    [InlineData("p:nth-child(3n of p:not(.x))")]
    [InlineData("p:nth-last-child(5)")]
    [InlineData("p:has(~ x)")]
    [InlineData("p:first-of-type, p:only-of-type, p:only-child")]
    [InlineData("input:disabled")]
    public void Select_on_hostile_documents_is_linear(string text)
    {
        // Quadratic work on these would be 10^10 steps, minutes; linear is milliseconds.
        var selector = Parse(text);
        foreach (var html in HostilePages())
        {
            using var document = Nested(html.Depth, html.Width);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            selector.Count(document, HtmlDocument.Root);
            Assert.True(clock.ElapsedMilliseconds < 3_000, $"{text}: {clock.ElapsedMilliseconds} ms at {html}");
        }
    }

    [Theory]
    [InlineData(":not(", ")")]
    [InlineData(":has(", ")")]
    [InlineData("a > ", "")]
    [InlineData("a, ", "")]
    [InlineData("[x]", "")]
    [InlineData("\\", "")]
    public void TryParse_a_selector_that_nests_or_goes_on_is_an_answer(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "a" + string.Concat(Enumerable.Repeat(close, 10_000));
        using var document = HtmlParser.Parse("<a>");

        if (CssSelector.TryParse(text, out var selector, out var error)) selector.Count(document, HtmlDocument.Root);
        else Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void TryParse_random_text_never_throws()
    {
        const int Seed = 17;
        var random = new Random(Seed);
        string[] pieces = ["a", "*", "|", ".", "#", "[", "]", "=", "~=", "'", "\"", ":", "::", "not(", "has(", "is(", "nth-child(", "2n", "+1", " of ", ")",
            " ", ">", "+", "~", ",", "text", "attr(", "\\", "\\31 ", "\\110000 ", "/*", "*/", "\0", "\n", "é", "\ud83d", "i", "-", "--", "contains(", "lang(", "$=", "!"];
        using var document = HtmlParser.Parse(SelectorPages.Quirky);
        for (var round = 0; round < 40_000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(12); i > 0; i--) text.Append(pieces[random.Next(pieces.Length)]);
            if (CssSelector.TryParse(text.ToString(), out var selector, out var error)) selector.Count(document, HtmlDocument.Root);
            else Assert.True(error.Column >= 0 && error.Column <= text.Length, $"seed {Seed}, round {round}: {text}");
        }
    }

    [Fact]
    public void Count_from_many_threads_shares_one_selector()
    {
        using var document = HtmlParser.Parse(SelectorPages.Shop);
        var selector = Parse("article:has(.sale) :is(h2 + p, my-widget, b):not(:nth-child(9)):contains('80')");

        Parallel.For(0, 2_000, _ => Assert.Equal(1, selector.Count(document, HtmlDocument.Root)));
    }

    private static IEnumerable<(int Depth, int Width)> HostilePages() => [(100_000, 1), (1, 100_000), (300, 300)];

    // Built by hand: a parser bounds how deep it nests.
    private static HtmlDocument Nested(int depth, int width)
    {
        var document = new HtmlDocument("");
        var parent = HtmlDocument.Root;
        for (var i = 0; i < depth; i++)
        {
            var div = document.AddElement(NameTable.Find("div"), ElementNamespace.Html, -1, 0, 0);
            document.Append(parent, div);
            for (var j = 0; j < width; j++)
            {
                var child = document.AddElement(NameTable.Find(j % 7 == 0 ? "input" : "p"), ElementNamespace.Html, -1, 0, 0);
                document.Append(div, child);
            }
            parent = div;
        }
        return document;
    }

    private static CssSelector Parse(string text)
    {
        Assert.True(CssSelector.TryParse(text, out var selector, out var error), $"{text}: {error}");
        return selector;
    }

    private static List<string> Texts(string text, HtmlDocument document)
    {
        var texts = new List<string>();
        Parse(text).SelectText(document, HtmlDocument.Root, texts);
        return texts;
    }
}
