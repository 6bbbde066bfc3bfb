using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Transforms;

public sealed class TransformTests
{
    [Theory]
    [InlineData("trim", "\u00a0 a ", "a")]
    [InlineData("collapse", " a \n b ", "a b")]
    [InlineData("lower", "IIÄ", "iiä")]
    [InlineData("upper", "iıß", "Iıß")]
    [InlineData("replace", "a.b.c", "a-b-c", ".", "-")]
    [InlineData("regex", "no 12 of 34", "12", @"no (\d+)")]
    [InlineData("regex", "no 12", "no 1", @"no \d")]
    [InlineData("regex", "none", null, @"\d")]
    [InlineData("remove", "1a2b3", "123", "[a-z]")]
    [InlineData("prefix", "x", "ax", "a")]
    [InlineData("suffix", "x", "xa", "a")]
    [InlineData("slice", "abcdef", "bc", "1", "2")]
    [InlineData("slice", "abcdef", "ef", "-2")]
    [InlineData("slice", "abc", "", "9", "1")]
    [InlineData("map", "a", "1", "a", "1", "b", "2")]
    [InlineData("map", "c", "c", "a", "1", "b", "2")]
    [InlineData("stripTags", "a<br/>b <!-- > --><i>c</i> 1 < 2", "a b c 1 < 2")]
    [InlineData("unescape", "&lt;&eacute;&#8364;", "<é€")]
    public void Apply_ChangesTheText(string name, string text, string? expected, params string[] arguments) =>
        Cultures.Each(() => Assert.Equal(expected is null ? [] : new[] { expected }, Apply([text], new TransformPlan(name, arguments))));

    [Fact]
    public void SplitAndJoin_MakeListsAndUndoThem()
    {
        Assert.Equal(["a", "b", "c"], Apply(["a, b,,", "c"], new TransformPlan("split", [","])));
        Assert.Equal(["a/b/c"], Apply(["a,b", "c"], new TransformPlan("split", [","]), new TransformPlan("join", ["/"])));
    }

    [Fact]
    public void Field_WithSplit_IsAListWhenItHoldsMany_ElseTheFirst()
    {
        var page = Pages.Html("<p>red, green<p>blue");
        var field = Plans.Field("f", Plans.Css("p")) with { Transforms = [new TransformPlan("split", [","])] };
        Assert.Equal("\"red\"", Plans.Value(field, page));
        Assert.Equal("""["red","green","blue"]""", Plans.Value(field with { Many = true }, page));
        Assert.Equal("""["red","green"]""", Plans.Value(field with { Many = true, Limit = 2 }, page));
        Assert.Equal("\"red, green+blue\"", Plans.Value(field with { Transforms = [new TransformPlan("join", ["+"])] }, page));
    }

    [Fact]
    public void Field_WhoseTransformLeavesNothing_TriesTheNextSelector()
    {
        var field = Plans.Field("f", Plans.Css("p"), Plans.Css("b")) with { Transforms = [new TransformPlan("regex", [@"\d+"])] };
        Assert.Equal("\"7\"", Plans.Value(field, Pages.Html("<p>none<b>no 7</b>")));
    }

    [Fact]
    public void Field_OfPageUrl_IsTransformedToo()
    {
        var field = new FieldPlan { Name = "f", Source = FieldSource.PageUrl, Transforms = [new TransformPlan("regex", [@"/item/(\d+)"])] };
        Assert.Equal("\"42\"", Plans.Value(field, Pages.Html("", "https://shop.test/item/42")));
    }

    [Theory]
    [InlineData("no-such")]
    [InlineData("regex")]
    public void Plan_ThatWasNotValidated_IsRefused(string name) =>
        Assert.Throws<ArgumentException>(() => new PageHandler(
            Plans.Extracting(Plans.Field("f", Plans.Css("p")) with { Transforms = [new TransformPlan(name, [])] })));

    private static List<string> Apply(List<string> values, params TransformPlan[] plans)
    {
        foreach (var plan in plans) Steps.Transforms.TransformCompiler.Compile(plan).Apply(values);
        return values;
    }
}
