using System.Text;
using System.Text.Json;
using Trawl.Html.Json;
using Trawl.Html.Parsing;
using Trawl.Html.Structured;

namespace Trawl.Html.Tests.Structured;

public sealed class StructuredDataTests
{
    [Theory]
    [InlineData("""{"@type":"Product","name":"Lamp"}""")]
    [InlineData("""[{"@type":"Product","name":"Lamp"}]""")]
    [InlineData("""{"@context":"x","@graph":[{"@type":"Product","name":"Lamp"}]}""")]
    [InlineData("""<!-- {"@type":"Product","name":"Lamp"} -->""")]
    [InlineData("""//<![CDATA[ {"@type":"Product","name":"Lamp"} //]]>""")]
    [InlineData("""/*<![CDATA[*/ {"@type":"Product","name":"Lamp"} /*]]>*/""")]
    [InlineData("""{"@type":"Product","name":"Lamp",};""")]
    [InlineData("{\"@type\":\"Product\", // what\n\"name\":\"Lamp\"}")]
    public void JsonLd_in_the_forms_pages_write_it_gives_its_items(string block)
    {
        var data = Read($"<script type='application/LD+json; charset=utf-8'>{block}</script>");

        Assert.Empty(data.Problems);
        Assert.Equal("Lamp", Assert.Single(data.JsonLd).GetProperty("name").GetString());
    }

    [Fact]
    public void JsonLd_that_is_broken_is_reported_with_its_place_and_the_rest_is_read()
    {
        var data = Read("<script type='application/ld+json'>{\n\"a\": oops}</script><script type='application/ld+json'>{\"b\":1}</script>");

        Assert.Single(data.JsonLd);
        var problem = Assert.Single(data.Problems);
        Assert.Equal((1, 5), (problem.Line, problem.Offset));
    }

    [Fact]
    public void Microdata_follows_the_value_rules_of_each_element()
    {
        var data = Read("""
            <div itemscope itemtype="https://schema.org/Product  https://schema.org/Thing" itemid=" /p/1 " itemref="extra missing">
            <h1 itemprop="name">Desk <b>lamp</b></h1><img itemprop="image photo" src="/l.png"><a itemprop=url href="/p/1">x</a>
            <meta itemprop=sku content="D-1"><time itemprop=added datetime="2026-01-02">Jan</time><data itemprop=rank value=3>three</data>
            <div itemprop=offers itemscope itemtype="https://schema.org/Offer"><span itemprop=price>12.50</span></div></div>
            <p id=extra><i itemprop=color>red</i><i itemprop=color>blue</i></p>
            """, static url => "http://h" + url);

        Assert.Equal(
            """
            {"items":[{"type":["https://schema.org/Product","https://schema.org/Thing"],"id":"http://h/p/1","properties":{"name":["Desk lamp"],"image":["http://h/l.png"],"photo":["http://h/l.png"],"url":["http://h/p/1"],"sku":["D-1"],"added":["2026-01-02"],"rank":["3"],"offers":[{"type":["https://schema.org/Offer"],"properties":{"price":["12.50"]}}],"color":["red","blue"]}}]}
            """,
            data.Microdata.GetRawText());
    }

    [Fact]
    public void Microdata_that_refers_in_circles_ends()
    {
        var data = Read("""
            <div itemscope itemref=b></div><div itemscope itemprop=p id=b itemref="b c"><i itemprop=x>1</i></div>
            <div itemscope itemprop=q id=c itemref=b></div>
            """);

        Assert.Equal(
            """{"items":[{"properties":{"p":[{"properties":{"x":["1"],"q":[{"properties":{"p":["ERROR"]}}]}}]}}]}""",
            data.Microdata.GetRawText());
    }

    [Fact]
    public void Microdata_whose_references_multiply_is_bounded_and_says_so()
    {
        var page = new StringBuilder("<div id=big>");
        for (var i = 0; i < 3_000; i++) page.Append("<i itemprop=x>some text</i>");
        page.Append("</div>");
        for (var i = 0; i < 5_000; i++) page.Append("<b itemscope itemref=big></b>");

        var data = Read(page.ToString());

        Assert.Contains(data.Problems, p => p.Message.Contains("too often", StringComparison.Ordinal));
    }

    [Fact]
    public void Head_gives_title_canonical_and_named_metas()
    {
        var data = Read("""
            <title> A
             lamp </title><link rel="nofollow CANONICAL" href=" /lamp "><meta name=Description content="Bright."><meta property="og:image" content=a>
            <meta property="og:image" content=b><meta name="twitter:card" content=summary><meta charset=utf-8><meta name=empty><svg><title>no</title></svg>
            """);

        Assert.Equal(
            """{"title":"A lamp","canonical":"/lamp","description":"Bright.","og:image":["a","b"],"twitter:card":"summary"}""",
            data.Head.GetRawText());
    }

    [Fact]
    public void JsonPath_queries_what_was_read()
    {
        var data = Read("<div itemscope><i itemprop=price>1</i></div><div itemscope><i itemprop=price>2</i></div>");
        Assert.True(JsonPathSelector.TryParse("$.items[*].properties.price[0]", out var selector, out _));
        var prices = new List<JsonElement>();

        selector.Select(data.Microdata, prices);

        Assert.Equal(["1", "2"], prices.Select(p => p.GetString()));
    }

    [Fact]
    public void Read_random_pages_never_throws()
    {
        const int Seed = 5;
        var random = new Random(Seed);
        string[] pieces = ["<div itemscope>", "<i itemprop='a b'>", "</div>", "<p id=a itemref='a b'>", "<script type=application/ld+json>", "{\"@graph\":[",
            "]", "}", "</script>", "<meta property=og:x content='\ud800'>", "\"\\ud800\":1", "<title>", "</title>", "<b id=b itemscope itemprop=c itemref=a>", "text \udfff", "<!--", "-->"];
        for (var round = 0; round < 3_000; round++)
            Read(string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => pieces[random.Next(pieces.Length)])));
    }

    private static StructuredData Read(string html, Func<string, string>? resolve = null)
    {
        using var document = HtmlParser.Parse(html);
        return StructuredData.Read(document, resolve);
    }
}
