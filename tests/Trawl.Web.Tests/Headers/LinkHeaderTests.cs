using Trawl.Web.Headers;

namespace Trawl.Web.Tests.Headers;

public sealed class LinkHeaderTests
{
    [Fact]
    public void Parse_SeveralLinks()
    {
        var links = LinkHeader.Parse(
            "</p?page=2,3>; rel=\"NEXT last\"; title=\"a, \\\"b\\\"; c\", <z> ;rel = prev;rel=x,, < y >");

        Assert.Equal(["/p?page=2,3", "z", "y"], links.Select(l => l.Target));
        Assert.True(links[0].HasRel("next"));
        Assert.True(links[0].HasRel("last"));
        Assert.False(links[0].HasRel("nex"));
        Assert.Equal("a, \"b\"; c", links[0].Parameters["title"]);
        Assert.Equal("prev", links[1].Rel);
        Assert.Null(links[2].Rel);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("nonsense", 0)]
    [InlineData("<a", 0)]
    [InlineData("<a>, nonsense, <b>", 1)]
    public void Parse_Broken_KeepsWhatCameBefore(string? value, int count) =>
        Assert.Equal(count, LinkHeader.Parse(value).Count);
}
