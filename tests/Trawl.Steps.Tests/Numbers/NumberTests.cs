using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Numbers;

public sealed class NumberTests
{
    [Theory]
    [InlineData("£51.77", null, "51.77")]
    [InlineData("In stock (22 available)", null, "22")]
    [InlineData("1,234.50", null, "1234.50")]
    [InlineData("1.234,56 €", "de-DE", "1234.56")]
    [InlineData("12'345.90", "de-CH", "12345.90")]
    [InlineData("1\u202f234\u202f567,8", "fr-FR", "1234567.8")]
    [InlineData("1 234,5 kr", "sv-SE", "1234.5")]
    [InlineData("3 100 g packs", null, "3")]
    [InlineData("12,34,567.5", "en-IN", "1234567.5")]
    [InlineData("1,5", null, null)]
    [InlineData("1.5", "de-DE", null)]
    [InlineData("1.2.3", null, null)]
    [InlineData("12.05.2024", null, null)]
    [InlineData("It costs 5.", null, "5")]
    [InlineData(".5 l", null, "0.5")]
    [InlineData("0.50", null, "0.50")]
    [InlineData("007", null, "7")]
    [InlineData("-5", null, "-5")]
    [InlineData("−5,25", "de-DE", "-5.25")]
    [InlineData("-£5", null, "-5")]
    [InlineData("£-5", null, "-5")]
    [InlineData("5.00-", null, "-5.00")]
    [InlineData("(5.25)", null, "-5.25")]
    [InlineData("($ 1,000.00)", null, "-1000.00")]
    [InlineData("from (5) to", null, "5")]
    [InlineData("Model A-5", null, "5")]
    [InlineData("10-20", null, "10")]
    [InlineData("12'345.–", "de-CH", "12345")]
    [InlineData("45%", null, "45")]
    [InlineData("no number", null, null)]
    [InlineData("1234567890123456789012345678", null, "1234567890123456789012345678")]
    [InlineData("12345678901234567890123456789", null, null)]
    [InlineData("0.0000000000000000000000000001", null, "0.0000000000000000000000000001")]
    [InlineData("1e5", null, "1")]
    public void Decimal_OfText_IsTheFirstNumber(string text, string? locale, string? expected)
    {
        var field = Plans.Field("n", Plans.Css("p")) with { Type = FieldType.Decimal, Locale = locale };
        Cultures.Each(() => Assert.Equal(expected ?? "null", Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }

    [Theory]
    [InlineData("(22)", "22")]
    [InlineData("1,234", "1234")]
    [InlineData("22.00", "22")]
    [InlineData("22.5", "null")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("9223372036854775808", "null")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    public void Integer_OfText_IsWholeOrAProblem(string text, string expected)
    {
        var field = Plans.Field("n", Plans.Css("p")) with { Type = FieldType.Integer };
        Cultures.Each(() => Assert.Equal(expected, Plans.Value(field, Pages.Html($"<p>{text}</p>"))));
    }

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("15e-1", "1.5")]
    [InlineData("2E3", "2000")]
    [InlineData("\"1,5\"", "1.5")]
    public void Decimal_OfJson_IgnoresTheLocaleForJsonsOwnNumbers(string json, string expected)
    {
        var field = Plans.Field("n", Plans.JsonPath("$.n")) with { Type = FieldType.Decimal, Locale = "de-DE" };
        Cultures.Each(() => Assert.Equal(expected, Plans.Value(field, Pages.Json($$"""{"n":{{json}}}"""))));
    }

    [Fact]
    public void Number_ThatDoesNotConvert_IsAProblemOfTheRecord()
    {
        var outcome = Plans.Extracting(Plans.Field("n", Plans.Css("p")) with { Type = FieldType.Integer }).Run(Pages.Html("<p>many</p>"));
        Assert.Equal("""[{"field":"n","rule":"type","message":"\"many\" is not an integer."}]""", Assert.Single(outcome.Records).Problems);
    }
}
