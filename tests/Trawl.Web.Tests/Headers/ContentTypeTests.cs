using Trawl.Web.Headers;

namespace Trawl.Web.Tests.Headers;

public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("text/html", "text/html", null)]
    [InlineData(" TEXT/HTML ; Charset=UTF-8 ", "text/html", "UTF-8")]
    [InlineData("text/html;charset=\"a\\\"b\"x;y", "text/html", "a\"b")]
    [InlineData("text/html; ;;x; charset=gbk; charset=utf-8", "text/html", "gbk")]
    [InlineData("text/html; charset=; charset=gbk", "text/html", "gbk")]
    [InlineData("text/html; charset=\"open", "text/html", "open")]
    [InlineData("text/html; charset =gbk", "text/html", null)]
    public void TryParse_Valid(string value, string essence, string? charset)
    {
        Assert.True(ContentType.TryParse(value, out var type));
        Assert.Equal((essence, charset), (type.Essence, type.Charset));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("text/")]
    [InlineData("/html")]
    [InlineData("te xt/html")]
    [InlineData("text/html/x")]
    public void TryParse_Invalid_IsFalse(string? value) => Assert.False(ContentType.TryParse(value, out _));

    [Theory]
    [InlineData("application/ld+json", false, false, true)]
    [InlineData("application/xhtml+xml", true, true, false)]
    [InlineData("image/svg+xml", false, true, false)]
    public void Kind(string value, bool isHtml, bool isXml, bool isJson)
    {
        Assert.True(ContentType.TryParse(value, out var type));
        Assert.Equal((isHtml, isXml, isJson), (type.IsHtml, type.IsXml, type.IsJson));
    }
}
