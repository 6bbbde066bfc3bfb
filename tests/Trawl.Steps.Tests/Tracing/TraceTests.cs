using Trawl.Engine.Seams.Pages;
using Trawl.Model.Plans;
using Trawl.Steps.Tests.Peers;
using Trawl.Steps.Tracing;

namespace Trawl.Steps.Tests.Tracing;

public sealed class TraceTests
{
    private const string Shop = "<html><body>\r\n<ul>\n  <li><b>Hat</b> <i class=p>£ 5,50 </i>\n  <li><b>Coat</b><i\n class=p>17</i></ul>";

    private static readonly ExtractStep Items = new()
    {
        Record = "item",
        Each = Plans.Css("li"),
        Fields =
        [
            Plans.Field("price", Plans.Css(".old"), Plans.Css(".p")) with
            {
                Type = FieldType.Decimal,
                Locale = "de-DE",
                Transforms = [new TransformPlan("remove", ["£"]), new TransformPlan("trim", [])],
                Rules = new FieldRules { Max = "10" },
            },
            Plans.Field("title", Plans.Css("h1")) with { Default = "none" },
        ],
    };

    [Fact]
    public void Field_IsTracedFromTheNodeToTheValue()
    {
        var record = Trace(Plans.Extracting(Items), Pages.Html(Shop), 0);
        var price = record.Fields[0];

        Assert.Equal(("page", "li", 3, 3), (record.Rule, record.Each!.Text, record.Scope!.Line, record.Scope.Column));
        Assert.Equal("html > body > ul > li:nth-of-type(1)", record.Scope.Path);
        Assert.Equal([(".old", 0, false), (".p", 1, true)], price.Selectors.Select(s => (s.Selector!.Text, s.Count, s.Chosen)));
        var taken = Assert.Single(price.Selectors[1].Taken);
        Assert.Equal("£ 5,50", taken.Text);
        Assert.Equal(("html > body > ul > li:nth-of-type(1) > i", "<i class=p>£ 5,50 </i>", 3, 18), Parts(taken.Place!));
        Assert.Equal(
            ["remove: £ 5,50 ->  5,50", "trim:  5,50 -> 5,50"],
            price.Selectors[1].Transforms.Select(t => $"{t.Transform.Name}: {t.Before[0]} -> {t.After[0]}"));
        Assert.Equal([new ConversionTrace("5,50", "5.50", null)], price.Conversions);
        Assert.Equal(["5.50"], price.Values);
        Assert.Empty(price.Problems);
        Assert.Equal(("none", "\"none\""), (record.Fields[1].Default, record.Fields[1].Values[0]));
    }

    [Fact]
    public void TagOverTwoLines_BrokenRule_AreShown()
    {
        var record = Trace(Plans.Extracting(Items), Pages.Html(Shop), 1);
        var price = record.Fields[0];

        Assert.Equal(("html > body > ul > li:nth-of-type(2) > i", "<i\n class=p>17</i>", 4, 18), Parts(price.Selectors[1].Taken[0].Place!));
        Assert.Equal("max", Assert.Single(price.Problems).Rule);
        Assert.Null(new PageHandler(Plans.Extracting(Items)).Trace(Pages.Html(Shop), 2, CancellationToken.None).Record);
    }

    [Fact]
    public void Conversion_ThatFails_SaysWhatWasExpected()
    {
        var field = Plans.Field("n", Plans.Css("p")) with { Type = FieldType.Integer };
        var trace = Trace(Plans.Extracting(field), Pages.Html("<p>many"), 0).Fields[0];

        Assert.Equal([new ConversionTrace("many", null, "an integer")], trace.Conversions);
        Assert.Equal(["null"], trace.Values);
        Assert.Equal("type", Assert.Single(trace.Problems).Rule);
    }

    [Fact]
    public void Json_HasNormalisedPathsLinesAndColumns()
    {
        var step = new ExtractStep
        {
            Record = "item",
            Each = Plans.JsonPath("$.items[*]"),
            Fields = [Plans.Field("it's", Plans.JsonPath("$['n\\'s'].v")) with { Type = FieldType.Integer }],
        };
        var record = Trace(Plans.Extracting(step), Pages.Json("\n{\"items\": [{},\n  {\"é\": 1, \"n's\": {\"v\": 42}}]}"), 1);

        Assert.Equal("$['items'][1]", record.Scope!.Path);
        Assert.Equal(("$['items'][1]['n\\'s']['v']", "42", 3, 25), Parts(record.Fields[0].Selectors[0].Taken[0].Place!));
    }

    [Fact]
    public void Objects_HaveIndexedPaths()
    {
        var offer = Plans.Field("offers", Plans.Css("tr")) with
        {
            Type = FieldType.Object,
            Many = true,
            Fields = [Plans.Field("price", Plans.Css("td")) with { Type = FieldType.Integer }],
        };
        var trace = Trace(Plans.Extracting(offer), Pages.Html("<table><tr><td>1<tr><td>2</table>"), 0).Fields[0];

        Assert.Equal(["offers[0].price", "offers[1].price"], trace.Fields.Select(f => f.Path));
        Assert.Equal(["1", "2"], trace.Fields.SelectMany(f => f.Values));
        Assert.Equal(2, trace.Selectors[0].Taken.Count);
        Assert.EndsWith("tr:nth-of-type(2)", trace.Selectors[0].Taken[1].Place!.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherLanguages_HaveTheirPlaces()
    {
        var plan = Plans.Extracting(
            Plans.Field("attribute", Plans.XPath("//a/@href")),
            Plans.Field("match", Plans.Regex("id=(\\d+)")),
            Plans.Field("data", new SelectorSpec(SelectorLanguage.JsonLd, "$[0].name")),
            new FieldPlan { Name = "url", Source = FieldSource.PageUrl },
            new FieldPlan { Name = "count", Source = FieldSource.Count, Selectors = [Plans.Css("nav"), Plans.Css("a")] });
        var fields = Trace(plan, Pages.Html("<p>\n<a href=x>id=77</a><script type=application/ld+json>{\"name\":\"N\"}</script>"), 0).Fields;

        Assert.Equal(("html > body > p > a", "<a href=x>id=77</a>", 2, 1), Parts(fields[0].Selectors[0].Taken[0].Place!));
        Assert.Equal((2, 14), (fields[1].Selectors[0].Taken[0].Place!.Line, fields[1].Selectors[0].Taken[0].Place!.Column));
        Assert.Equal(("$[0]['name']", "\"N\"", 0, 0), Parts(fields[2].Selectors[0].Taken[0].Place!));
        Assert.Null(fields[3].Selectors[0].Taken[0].Place);
        Assert.Equal([0, 1], fields[4].Selectors.Select(s => s.Count));
    }

    [Fact]
    public async Task RealPages_TracedOrNot_GiveTheSame_AndEveryPathLeadsBack()
    {
        foreach (var (path, body) in RealPages.Of("postgresql").Where((_, index) => index % 40 == 0))
        {
            var page = Pages.Of(body, "text/html", "http://site.test/" + path);
            var field = Plans.Field("links", Plans.Css("a[href]")) with { Many = true, Take = "@href" };
            var handler = new PageHandler(Plans.Extracting(field));
            var traced = handler.Trace(page, 0, CancellationToken.None);
            var plain = await handler.HandleAsync(page, CancellationToken.None);
            Assert.Equal(plain.Records.Select(Plans.Text), traced.Outcome.Records.Select(Plans.Text));
            foreach (var taken in traced.Record!.Fields[0].Selectors[0].Taken.Take(50))
            {
                var back = Plans.Field("x", Plans.Css(taken.Place!.Path!)) with { Many = true, Take = "@href" };
                Assert.Equal(System.Text.Json.JsonSerializer.Serialize(new[] { taken.Text }, Relaxed), Plans.Value(back, page));
                Assert.StartsWith("<a", taken.Place.Snippet, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static RecordTrace Trace(PipelinePlan plan, FetchedPage page, int record)
    {
        var trace = new PageHandler(plan).Trace(page, record, CancellationToken.None);
        Assert.Null(trace.Outcome.Error);
        return trace.Record!;
    }

    private static (string?, string, int, int) Parts(NodePlace place) => (place.Path, place.Snippet, place.Line, place.Column);
}
