using System.Buffers;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;

namespace Trawl.Html.Tests.Dom;

public sealed class HtmlDocumentTests
{
    [Theory]
    [InlineData("a <b>b</b>\n c", "a b\n c", "a b c")]
    [InlineData(" &nbsp;x&#x3000;\t\u001c\u0085 y&nbsp;", " \u00A0x\u3000\t\u001c\u0085 y\u00A0", "x y")]
    [InlineData("\u200bx", "\u200bx", "\u200bx")]
    [InlineData("", "", "")]
    [InlineData(" \n ", " \n ", "")]
    [InlineData("AT&T &amp; co", "AT&T & co", "AT&T & co")]
    [InlineData("a<!-- no -->b<template>no</template>", "ab", "ab")]
    public void Text_is_that_of_all_text_nodes_below(string html, string text, string squashed)
    {
        using var document = HtmlParser.Parse("<p>" + html + "</p>");
        int paragraph = First(document, "p");
        var writer = new ArrayBufferWriter<char>();
        document.AppendText(paragraph, writer);
        Assert.Equal(text, document.Text(paragraph));
        Assert.Equal(text, new string(writer.WrittenSpan));
        Assert.Equal(squashed, document.SquashedText(paragraph));
    }

    [Theory]
    [InlineData("<p>a&amp;b</p>", "<p>a&amp;b</p>")]
    [InlineData("<p title=\"&quot;&nbsp;<\">x</p>", "<p title=\"&quot;&nbsp;&lt;\">x</p>")]
    [InlineData("<br><img src=a>", "<br><img src=\"a\">")]
    [InlineData("<script>a<b</script>", "<script>a<b</script>")]
    [InlineData("<svg viewbox=1><a xlink:href=x /></svg>", "<svg viewBox=\"1\"><a xlink:href=\"x\"></a></svg>")]
    [InlineData("<template>a<b>c</template>d", "<template>a<b>c</b></template>d")]
    [InlineData("<!-- c --><p></p>", "<!-- c --><p></p>")]
    [InlineData("<noscript><i>x</noscript>", "<noscript><i>x</i></noscript>")]
    public void Html_is_written_as_the_standard_says(string html, string expected)
    {
        using var document = HtmlParser.Parse("<!DOCTYPE html><body>" + html);
        Assert.Equal(expected, document.InnerHtml(First(document, "body")));
        Assert.Equal($"<!DOCTYPE html><html><head></head><body>{expected}</body></html>", document.OuterHtml(HtmlDocument.Root));
    }

    [Fact]
    public void What_is_written_is_parsed_to_the_same_again()
    {
        foreach (string file in Parsing.HtmlTestData.Files("postgresql", "*.html").Take(60))
        {
            using var document = HtmlParser.Parse(File.ReadAllText(file));
            string written = document.OuterHtml(HtmlDocument.Root);
            using var again = HtmlParser.Parse(written);
            Assert.Equal(written, again.OuterHtml(HtmlDocument.Root));
        }
    }

    [Fact]
    public void Positions_are_offsets_in_the_page_as_given()
    {
        const string Page = "<html>\r\n<body>\r\n\r\n<p>one\r\n<b>two</b>\r<i>three</i>";
        using var document = HtmlParser.Parse(Page);
        foreach (string name in (string[])["html", "body", "p", "b", "i"])
        {
            Assert.Equal(Page.IndexOf($"<{name}>", StringComparison.Ordinal), document.Position(First(document, name)));
        }

        Assert.Equal(-1, document.Position(First(document, "head")));
        Assert.Equal("one\ntwo\nthree", document.Text(First(document, "p")));
    }

    [Fact]
    public void Path_leads_to_the_element()
    {
        using var document = HtmlParser.Parse("<body><div></div><p><div><a:b>x</a:b><p>1<p id=x>2");
        int node = First(document, "a:b");
        Assert.Equal("html > body > div:nth-of-type(2) > a\\:b", document.PathOf(node));
        Assert.Equal("html > body > div:nth-of-type(2) > a\\:b", document.PathOf(document.FirstChild(node)));
        Assert.Equal("html", document.PathOf(document.Parent(First(document, "body"))));
        Assert.Equal("", document.PathOf(HtmlDocument.Root));
    }

    [Theory]
    [InlineData("<base><base href='/a/'><base href=b>", "/a/")]
    [InlineData("<template><base href=t></template>", null)]
    [InlineData("<p>", null)]
    public void Base_is_the_first_that_has_an_address(string html, string? expected)
    {
        using var document = HtmlParser.Parse(html);
        Assert.Equal(expected, document.BaseHref());
    }

    [Fact]
    public void Names_no_table_knows_are_the_documents_own()
    {
        using var document = HtmlParser.Parse("<X-Card Data-Q=1><x-card data-q=2 data-Q=3><y-card>");
        int name = document.FindName("x-card");
        Assert.True(name >= NameTable.KnownCount);
        Assert.Equal("x-card", document.NameText(name));
        Assert.Equal(-1, NameTable.Find("x-card"));
        Assert.Equal(-1, document.FindName("X-Card"));
        Assert.Equal(-1, document.FindName("z-card"));
        int first = First(document, "x-card");
        int second = document.FirstChild(first);
        Assert.Equal(name, document.NameId(second));
        Assert.True(document.TryGetAttribute(second, document.FindName("data-q"), out var value));
        Assert.Equal("2", value.ToString());
        Assert.Equal(1, document.AttributeCount(second));
    }

    [Fact]
    public void Many_names_are_all_found()
    {
        var html = new System.Text.StringBuilder();
        for (int i = 0; i < 5_000; i++) html.Append(System.Globalization.CultureInfo.InvariantCulture, $"<x{i}></x{i}>");
        using var document = HtmlParser.Parse(html.ToString());
        for (int i = 0; i < 5_000; i++)
        {
            string name = "x" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(name, document.NameText(document.FindName(name)));
        }
    }

    [Fact]
    public void Every_known_name_is_found_by_its_text()
    {
        for (int id = 1; id < NameTable.KnownCount; id++) Assert.Equal(id, NameTable.Find(NameTable.Text(id)));
        Assert.Equal(-1, NameTable.Find(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => NameTable.Text(0));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>", QuirksMode.NoQuirks)]
    [InlineData("<p>", QuirksMode.Quirks)]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", QuirksMode.Quirks)]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" \"x\">", QuirksMode.LimitedQuirks)]
    [InlineData("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">", QuirksMode.NoQuirks)]
    public void Doctype_decides_the_mode(string html, QuirksMode expected)
    {
        using var document = HtmlParser.Parse(html);
        Assert.Equal(expected, document.Quirks);
    }

    [Fact]
    public void Parsing_a_page_again_and_again_allocates_next_to_nothing()
    {
        string page = File.ReadAllText(Parsing.HtmlTestData.Files("postgresql", "sql-select.html")[0]);
        for (int i = 0; i < 20; i++) HtmlParser.Parse(page).Dispose();
        long least = long.MaxValue;
        // The best of some batches: a collection during one, which other tests cause, makes the pool give arrays up.
        for (int batch = 0; batch < 10; batch++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++) HtmlParser.Parse(page).Dispose();
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / 20);
        }

        Assert.True(least < 4_000, $"{least} bytes a page of {page.Length} characters");
    }

    private static int First(HtmlDocument document, string name)
    {
        int id = document.FindName(name);
        int node = HtmlDocument.Root;
        while (node != HtmlDocument.None && document.NameId(node) != id) node = document.NextInTree(node, HtmlDocument.Root);
        return node;
    }
}
