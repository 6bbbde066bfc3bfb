using Trawl.Web.Headers;

namespace Trawl.Web.Tests.Headers;

public sealed class SetCookieTests
{
    [Fact]
    public void TryParse_AllAttributes()
    {
        Assert.True(SetCookie.TryParse(
            " SID = \"31d4\" ; expires=Wed, 09 Jun 2021 10:18:14 GMT; MAX-AGE=60; " +
            "Domain=.Example.COM; path=/a; secure; HttpOnly; SameSite=Lax; x=y",
            out var cookie));

        Assert.Equal("SID", cookie.Name);
        Assert.Equal("\"31d4\"", cookie.Value);
        Assert.Equal(new DateTimeOffset(2021, 6, 9, 10, 18, 14, TimeSpan.Zero), cookie.Expires);
        Assert.Equal(TimeSpan.FromMinutes(1), cookie.MaxAge);
        Assert.Equal("example.com", cookie.Domain);
        Assert.Equal("/a", cookie.Path);
        Assert.True(cookie.IsSecure);
        Assert.True(cookie.IsHttpOnly);
        Assert.Equal("Lax", cookie.SameSite);
    }

    [Theory]
    [InlineData("09-Jun-21 10:18:14", 2021)]
    [InlineData("Wed, 9 Jun 70 1:8:4 GMT", 1970)]
    [InlineData("10:18:14 2021 Jun 9", 2021)]
    [InlineData("31 Feb 2021 00:00:00", null)]
    [InlineData("09 Jun 2021", null)]
    [InlineData("09 Jun 1500 00:00:00", null)]
    public void Expires_Forms(string date, int? year)
    {
        Assert.True(SetCookie.TryParse("a=b; Expires=" + date, out var cookie));
        Assert.Equal(year, cookie.Expires?.Year);
    }

    [Theory]
    [InlineData("-5", 0)]
    [InlineData("999999999999999", 34560000)]
    [InlineData("1x", null)]
    [InlineData("", null)]
    public void MaxAge_Forms(string value, int? seconds)
    {
        Assert.True(SetCookie.TryParse("a=b; Max-Age=" + value, out var cookie));
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, cookie.MaxAge);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("novalue")]
    [InlineData("=x")]
    [InlineData("a=\u0001")]
    public void TryParse_Invalid_IsFalse(string? value) => Assert.False(SetCookie.TryParse(value, out _));

    [Fact]
    public void TryParse_TooLong_IsFalse() => Assert.False(SetCookie.TryParse("a=" + new string('x', 5000), out _));
}
