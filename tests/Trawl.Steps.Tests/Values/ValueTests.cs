using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Values;

public sealed class ValueTests
{
    private const string Shop = """
        <title> A  shop </title><base href="/b/"><h1> Big&nbsp;<b>red</b>
         hat </h1><p class=e></p><input checked><a href=" ../x.html#top ">x</a><i data-n="007">own<b>not</b> text</i>
        """;

    [Theory]
    [InlineData("h1", "text", "\"Big red hat\"")]
    [InlineData("h1", "rawText", "\" Big\u00a0red\\n hat \"")]
    [InlineData("h1", "innerHtml", "\" Big&nbsp;<b>red</b>\\n hat \"")]
    [InlineData("i", "ownText", "\"own text\"")]
    [InlineData("i", "html", "\"<i data-n=\\\"007\\\">own<b>not</b> text</i>\"")]
    [InlineData("i", "@data-n", "\"007\"")]
    [InlineData("i", "@missing", "null")]
    [InlineData("i::attr(data-n)", "text", "\"007\"")]
    [InlineData("i::text", "text", "\"own\"")]
    [InlineData(".e", "text", "\"\"")]
    [InlineData("h7", "text", "null")]
    public void Text_TakesWhatIsAskedFor(string css, string take, string expected) =>
        Assert.Equal(expected, Plans.Value(Plans.Field("f", Plans.Css(css)) with { Take = take }, Pages.Html(Shop)));

    [Fact]
    public void Url_IsResolvedAgainstTheBase() => Assert.Equal(
        "\"https://shop.test/x.html#top\"",
        Plans.Value(Plans.Field("f", Plans.Css("a")) with { Take = "@href", Type = FieldType.Url }, Pages.Html(Shop)));

    [Theory]
    [InlineData("Yes", "true")]
    [InlineData(" OFF ", "false")]
    [InlineData("1", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("maybe", "null")]
    public void Boolean_KnowsItsWords(string text, string expected)
    {
        var field = Plans.Field("f", Plans.Css("p")) with { Type = FieldType.Boolean };
        Cultures.Each(() => Assert.Equal(expected, Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }

    [Fact]
    public void Boolean_OfAnAttributeThatSaysNothing_IsTrue()
    {
        var field = Plans.Field("f", Plans.Css("input")) with { Type = FieldType.Boolean, Take = "@checked", Default = "false" };
        Assert.Equal("true", Plans.Value(field, Pages.Html(Shop)));
        Assert.Equal("false", Plans.Value(field, Pages.Html("<input>")));
    }

    [Fact]
    public void Json_IsKeptAsFound_OnOneLine()
    {
        var field = Plans.Field("f", Plans.JsonPath("$.x")) with { Type = FieldType.Json };
        Assert.Equal("""{"a":[1,1.50,"é"]}""", Plans.Value(field, Pages.Json("{\"x\": {\n \"a\": [1, 1.50, \"\\u00e9\"]}}")));
        Assert.Equal("\"s\"", Plans.Value(field, Pages.Json("""{"x":"s"}""")));
        Assert.Equal("null", Plans.Value(field, Pages.Json("""{"x":null}""")));
    }

    [Fact]
    public void Selectors_AreTriedInOrder_AndEmptyTextGivesWay()
    {
        var field = Plans.Field("f", Plans.Css(".none"), Plans.Css(".e"), Plans.XPath("//i/@data-n"), Plans.Css("h1"));
        Assert.Equal("\"007\"", Plans.Value(field, Pages.Html(Shop)));
    }

    [Theory]
    [InlineData(".none", "\"d\"")]
    [InlineData(".e", "\"d\"")]
    [InlineData("i", "\"ownnot text\"")]
    public void Default_StandsInForNothing(string css, string expected) =>
        Assert.Equal(expected, Plans.Value(Plans.Field("f", Plans.Css(css)) with { Default = "d" }, Pages.Html(Shop)));

    [Fact]
    public void Sources_AreWhatTheySay()
    {
        var record = Plans.Extracting(
            new FieldPlan { Name = "url", Source = FieldSource.PageUrl },
            new FieldPlan { Name = "at", Source = FieldSource.FetchedAt },
            new FieldPlan { Name = "day", Source = FieldSource.FetchedAt, Type = FieldType.Date },
            new FieldPlan { Name = "status", Source = FieldSource.Status, Type = FieldType.Integer },
            new FieldPlan { Name = "shop", Source = FieldSource.Constant, Constant = "7.5", Type = FieldType.Decimal, Locale = "de-DE" },
            Plans.Field("bs", Plans.Css("b")) with { Source = FieldSource.Count, Type = FieldType.Integer },
            Plans.Field("xs", Plans.XPath("//b/text()")) with { Source = FieldSource.Count, Type = FieldType.Integer })
            .Record(Pages.Html(Shop));
        Assert.Equal(
            """{"url":"https://shop.test/a/page.html","at":"2026-03-04T03:06:07Z","day":"2026-03-04","status":200,"shop":7.5,"bs":2,"xs":2}""",
            record);
    }

    [Fact]
    public void List_HoldsAllThatIsFound_UpToItsLimit()
    {
        var page = Pages.Html("<li>1<li>x<li><li>3<li>4");
        var field = Plans.Field("f", Plans.Css("li")) with { Many = true };
        Assert.Equal("""["1","x","","3","4"]""", Plans.Value(field, page));
        Assert.Equal("""["1","x"]""", Plans.Value(field with { Limit = 2 }, page));
        Assert.Equal("[1,null,3,4]", Plans.Value(field with { Type = FieldType.Integer }, page));
        Assert.Equal("[]", Plans.Value(field with { Selectors = [Plans.Css("td")] }, page));
        Assert.Equal("[7]", Plans.Value(field with { Selectors = [Plans.Css("td")], Default = "7", Type = FieldType.Integer }, page));
    }

    [Fact]
    public void List_OfAJsonArray_HoldsItsItems() => Assert.Equal(
        """["a","2"]""",
        Plans.Value(Plans.Field("f", Plans.JsonPath("$.tags")) with { Many = true }, Pages.Json("""{"tags":["a",2,null]}""")));

    [Fact]
    public void Regex_LooksAtTheSource_AndInAnElementAtItsText()
    {
        var page = Pages.Html("<script>var price = 12;</script><p>no. <b>5</b></p>");
        Assert.Equal("12", Plans.Value(Plans.Field("f", Plans.Regex(@"price = (\d+)")) with { Type = FieldType.Integer }, page));
        var each = new ExtractStep { Record = "item", Each = Plans.Css("p"), Fields = [Plans.Field("f", Plans.Regex(@"no\. \d"))] };
        Assert.Equal("""{"f":"no. 5"}""", Plans.Extracting(each).Record(page));
    }

    [Theory]
    [InlineData(SelectorLanguage.JsonLd, "$[0].name", "\"Hat\"")]
    [InlineData(SelectorLanguage.JsonLd, "$[?@['@type']=='Offer'].price", "\"9.5\"")]
    [InlineData(SelectorLanguage.Microdata, "$[0].properties.color", "\"red\"")]
    [InlineData(SelectorLanguage.Meta, "OG:title", "\"A hat\"")]
    [InlineData(SelectorLanguage.Meta, "og:none", "null")]
    public void StructuredData_IsAsked(SelectorLanguage language, string text, string expected)
    {
        const string page = """
            <meta property="og:title" content="A hat">
            <script type="application/ld+json">{"@graph":[{"@type":"Product","name":"Hat"},{"@type":"Offer","price":9.5}]}</script>
            <div itemscope itemtype="https://schema.org/Thing"><b itemprop=color>red</b></div>
            """;
        var field = Plans.Field("f", new SelectorSpec(language, text));
        Assert.Equal(expected, language == SelectorLanguage.Microdata
            ? Plans.Value(field with { Many = true }, Pages.Html(page)).Trim('[', ']')
            : Plans.Value(field, Pages.Html(page)));
    }

    [Fact]
    public void HalfASurrogatePair_BecomesTheReplacementCharacter()
    {
        Assert.Equal("\"a\uFFFDb😀\"", Plans.Value(Plans.Field("f", Plans.JsonPath("$.x")), Pages.Json("""{"x":"a\ud800b\ud83d\ude00"}""")));
        var ld = Plans.Field("f", new SelectorSpec(SelectorLanguage.JsonLd, "$[?@.a=='\uFFFD'].b"));
        Assert.Equal("\"\uFFFD\"", Plans.Value(ld, Pages.Html("""<script type="application/ld+json">{"a":"\udc00","b":"\uDFFF"}</script>""")));
        Assert.Contains("\uFFFD", Plans.Value(Plans.Field("f", Plans.Css("p")), Pages.Html("<p>&#xD800;x</p>")));
    }
}
