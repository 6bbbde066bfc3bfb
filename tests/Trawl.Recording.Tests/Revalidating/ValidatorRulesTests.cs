using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Revalidating;

namespace Trawl.Recording.Tests.Revalidating;

/// <summary>Which answers may be asked for conditionally, and by what.</summary>
public sealed class ValidatorRulesTests
{
    private const string Modified = "Fri, 01 May 2026 12:00:00 GMT";
    private const string Later = "Fri, 01 May 2026 12:00:01 GMT";

    [Theory]
    [InlineData("\"a\"", null, "ETag: \"a\"")]
    [InlineData("W/\"a\"", null, "ETag: W/\"a\"")]
    [InlineData("\"a\"", Modified, "ETag: \"a\"", "Last-Modified: " + Modified)]
    [InlineData("\"a\"", null, "ETag: \"a\"", "Vary: Accept-Language")]
    [InlineData("\"a\"", null, "ETag: \"a\"", "Last-Modified: yesterday")]
    [InlineData(null, Modified, "Last-Modified: " + Modified, "Date: " + Later)]
    [InlineData(null, Modified, "Last-Modified: " + Modified, "Date: " + Later, "Vary: Accept-Encoding")]
    public void WhatCanTellVersionsApart(string? tag, string? modified, params string[] fields)
    {
        Assert.Equal(new Validators(tag, modified), ValidatorRules.Of(Header(fields), isFresh: true));
    }

    [Theory]
    [InlineData("Content-Type: text/html")]
    [InlineData("ETag: \"a\"", "Cache-Control: private, No-Store")]
    [InlineData("ETag: \"a\"", "Vary: *")]
    [InlineData("ETag: a")]
    [InlineData("ETag: \"a\" b\"")]
    [InlineData("ETag: \"\u00e4\"")]
    [InlineData("ETag: \"a\r\nX: y\"")]
    [InlineData("Last-Modified: " + Modified)]
    [InlineData("Last-Modified: " + Modified, "Date: " + Modified)]
    [InlineData("Last-Modified: " + Modified, "Date: " + Later, "Vary: Cookie")]
    public void WhatIsAskedForWhole(params string[] fields)
    {
        Assert.Null(ValidatorRules.Of(Header(fields), isFresh: true));
    }

    [Theory]
    [InlineData("\"a\"", "W/\"a\"", true)]
    [InlineData("\"a\"", "\"b\"", false)]
    public void TagsAreComparedWeakly(string tag, string other, bool same) => Assert.Equal(same, ValidatorRules.IsSame(tag, other));

    private static Func<string, string?> Header(string[] fields) => name => fields
        .Where(field => field.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(field => field[(name.Length + 2)..]).LastOrDefault();
}
