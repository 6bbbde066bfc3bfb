using Trawl.Model.Plans;
using Trawl.Model.Records;

namespace Trawl.Steps.Tests.Records;

public sealed class RecordTests
{
    private const string List = """
        <ul class=items>
          <li data-id=1><b>Hat</b><i>£5.00</i><ul><li class=tag>red<li class=tag>wool</ul>
          <li data-id=2><b>Coat</b><i>?</i>
          <li data-id=3><b></b><i>£7.10</i>
        </ul><b>not an item</b>
        """;

    private static readonly ExtractStep Items = new()
    {
        Record = "item",
        Each = Plans.Css(".items > li"),
        Fields =
        [
            new FieldPlan { Name = "id", Take = "@data-id" },
            Plans.Field("name", Plans.Css("b")) with { Rules = new FieldRules { Required = true, Unique = true } },
            Plans.Field("price", Plans.Css("i")) with { Type = FieldType.Decimal },
            Plans.Field("tags", Plans.Css(".tag")) with { Many = true },
        ],
    };

    [Fact]
    public void Each_MakesOneRecordOfEachElement_WithFieldsFoundInIt()
    {
        var records = Plans.Extracting(Items, InvalidPolicy.Quarantine, "id").Run(Pages.Html(List)).Records;
        Assert.Equal(
            [
                """{"id":"1","name":"Hat","price":5.00,"tags":["red","wool"]}""",
                """{"id":"2","name":"Coat","price":null,"tags":[]}""",
                """{"id":"3","name":"","price":7.10,"tags":[]}""",
            ],
            records.Select(Plans.Text));
        Assert.Equal([RecordStatus.Kept, RecordStatus.Quarantined, RecordStatus.Quarantined], records.Select(r => r.Status));
        Assert.Equal(["[\"1\"]", "[\"2\"]", "[\"3\"]"], records.Select(r => r.Key));
        Assert.Equal(["name=Hat"], records[0].Uniques);
        Assert.Null(records[0].Problems);
        Assert.Contains("\"rule\":\"type\"", records[1].Problems);
        Assert.Contains("\"field\":\"name\",\"rule\":\"required\"", records[2].Problems);
    }

    [Fact]
    public void Drop_CountsAndForgets()
    {
        var record = Plans.Extracting(Items, InvalidPolicy.Drop, "id").Run(Pages.Html(List)).Records[1];
        Assert.Equal((RecordStatus.Dropped, "{}", null), (record.Status, Plans.Text(record), record.Key));
        Assert.Empty(record.Uniques);
    }

    [Fact]
    public void Fail_SaysWhereAndWhy() => Assert.Equal(
        "The record \"item\" of \"https://shop.test/a/page.html\" breaks the rule \"type\" of its field \"price\": "
        + "\"?\" is not a number of at most 28 digits.",
        Plans.Extracting(Items, InvalidPolicy.Fail).Run(Pages.Html(List)).Fatal);

    [Fact]
    public void Key_OfSeveralFields_IsAJsonArray_AndNullWhenNothingOfItIsFound()
    {
        var step = new ExtractStep { Record = "item", Fields = [Plans.Field("a", Plans.Css("a")), Plans.Field("n", Plans.Css("b")) with { Type = FieldType.Integer }] };
        var plan = Plans.Extracting(step, InvalidPolicy.Quarantine, "n", "a");
        Assert.Equal("[7,\"x\\\"y\"]", plan.Run(Pages.Html("<a>x\"y</a><b>7</b>")).Records[0].Key);
        Assert.Equal("[null,\"x\"]", plan.Run(Pages.Html("<a>x</a>")).Records[0].Key);
        Assert.Null(plan.Run(Pages.Html("<p>")).Records[0].Key);
    }

    [Fact]
    public void Objects_AreNested_AndTheirFieldsLookInThem()
    {
        var offer = Plans.Field("offers", Plans.Css("tr")) with
        {
            Type = FieldType.Object,
            Many = true,
            Fields = [Plans.Field("shop", Plans.Css("th")), Plans.Field("price", Plans.Css("td")) with { Type = FieldType.Integer }],
        };
        var self = new FieldPlan { Name = "self", Type = FieldType.Object, Fields = [Plans.Field("head", Plans.Css("h1"))] };
        var none = Plans.Field("none", Plans.Css("nav")) with { Type = FieldType.Object, Fields = [Plans.Field("x", Plans.Css("b"))] };
        Assert.Equal(
            """{"offers":[{"shop":"A","price":1},{"shop":"B","price":null}],"self":{"head":"H"},"none":null}""",
            Plans.Extracting(offer, self, none).Record(Pages.Html("<h1>H</h1><table><tr><th>A<td>1<tr><th>B</table><td>9")));
    }

    [Fact]
    public void Problems_OfNestedFields_AreNamedWithDots()
    {
        var field = Plans.Field("o", Plans.Css("p")) with
        {
            Type = FieldType.Object,
            Fields = [Plans.Field("n", Plans.Css("b")) with { Rules = new FieldRules { Required = true } }],
        };
        Assert.Contains("\"field\":\"o.n\"", Plans.Extracting(field).Run(Pages.Html("<p>")).Records[0].Problems);
    }

    [Fact]
    public void Each_OfJson_MakesARecordOfEachValue()
    {
        var step = new ExtractStep
        {
            Record = "item",
            Each = Plans.JsonPath("$.items[*]"),
            Fields = [Plans.Field("id", Plans.JsonPath("$.id")) with { Type = FieldType.Integer }, Plans.Field("n", Plans.JsonPath("$.a.n"))],
        };
        Assert.Equal(
            ["""{"id":1,"n":"x"}""", """{"id":2,"n":null}"""],
            Plans.Extracting(step).Run(Pages.Json("""{"items":[{"id":1,"a":{"n":"x"}},{"id":"2"}]}""")).Records.Select(Plans.Text));
    }

    [Fact]
    public void Each_OfNestedElements_FindsWhatStandsInEach()
    {
        var step = new ExtractStep { Record = "item", Each = Plans.Css("div"), Fields = [Plans.Field("bs", Plans.Css("b")) with { Many = true }] };
        const string page = "<b>0</b><div><b>1</b><div><b>2</b></div><b>3</b></div><div></div><table><b>moved</b><tr><td><b>4</table>";
        Assert.Equal(
            ["""{"bs":["1","2","3"]}""", """{"bs":["2"]}""", """{"bs":[]}"""],
            Plans.Extracting(step).Run(Pages.Html(page)).Records.Select(Plans.Text));
    }

    [Fact]
    public void Scope_TiesASelectorToTheElement()
    {
        var step = new ExtractStep { Record = "item", Each = Plans.Css("div"), Fields = [Plans.Field("b", Plans.Css(":scope > b"))] };
        Assert.Equal(
            ["""{"b":null}""", """{"b":"2"}"""],
            Plans.Extracting(step).Run(Pages.Html("<div><p><b>1</b></p><div><b>2</b></div></div>")).Records.Select(Plans.Text));
    }

    [Theory]
    [InlineData("min", "4")]
    [InlineData("max", "11")]
    [InlineData(null, "7")]
    public void Rules_OnSize_Hold(string? rule, string text) => Check(
        rule, text, FieldType.Decimal, new FieldRules { Min = "4.5", Max = "10" }, "de-DE");

    [Theory]
    [InlineData("min", "31.12.2023")]
    [InlineData("max", "01.02.2024")]
    [InlineData(null, "15.01.2024")]
    public void Rules_OnDates_Hold(string? rule, string text) => Check(
        rule, text, FieldType.Date, new FieldRules { Min = "2024-01-01", Max = "2024-01-31" }, "de-DE");

    [Theory]
    [InlineData("minLength", "a")]
    [InlineData("maxLength", "abcdef")]
    [InlineData("pattern", "ABC")]
    [InlineData("oneOf", "xyz")]
    [InlineData(null, "abc")]
    public void Rules_OnText_Hold(string? rule, string text) => Check(
        rule, text, FieldType.Text, new FieldRules { MinLength = 2, MaxLength = 4, Pattern = "[a-z]$", OneOf = ["abc", "a", "abcdef", "ABC"] }, null);

    [Theory]
    [InlineData("required", "<p>")]
    [InlineData("minLength", "<b>1")]
    [InlineData("maxLength", "<b>1</b><b>2</b><b>3</b><b>4</b>")]
    [InlineData("oneOf", "<b>1</b><b>9</b>")]
    [InlineData(null, "<b>1</b><b>2</b>")]
    public void Rules_OnLists_CountValuesAndCheckEach(string? rule, string page)
    {
        var rules = new FieldRules { Required = true, MinLength = 2, MaxLength = 3, OneOf = ["1", "2", "3", "4"] };
        var field = Plans.Field("f", Plans.Css("b")) with { Many = true, Type = FieldType.Integer, Rules = rules };
        AssertRule(rule, Plans.Extracting(field).Run(Pages.Html(page)).Records[0].Problems);
    }

    private static void Check(string? rule, string text, FieldType type, FieldRules rules, string? locale)
    {
        var field = Plans.Field("f", Plans.Css("p")) with { Type = type, Rules = rules, Locale = locale };
        Cultures.Each(() => AssertRule(rule, Plans.Extracting(field).Run(Pages.Html($"<p>{text}</p>")).Records[0].Problems));
    }

    private static void AssertRule(string? rule, string? problems)
    {
        if (rule is null) Assert.Null(problems);
        else Assert.Contains($"\"rule\":\"{rule}\"", problems);
    }
}
