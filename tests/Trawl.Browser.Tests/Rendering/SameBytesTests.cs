using System.Globalization;
using Trawl.Browser.Tests.Support;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tests.Rendering;

/// <summary>A page that is told the same of the world is the same.</summary>
public sealed class SameBytesTests(OpenedShop opened) : IClassFixture<OpenedShop>
{
    private static readonly RenderPlan s_told = new()
    {
        Clock = new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero),
        Zone = "Asia/Tokyo",
        Locale = "pt-BR",
        Width = 900,
        Height = 700,
        Screenshot = ScreenshotArea.Page,
    };

    [Fact]
    public async Task ClockChanceZoneLocaleAndWindowAreAsTold()
    {
        var html = await opened.HtmlAsync("/trap/chance", s_told);

        Assert.Contains("2031-02-03T04:05:06.000Z", html, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{s_told.Clock!.Value.ToUnixTimeMilliseconds()}"), html, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo pt-BR 900x700", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoBrowsersGiveTheSamePageAndPicture()
    {
        var first = await opened.RenderAsync("/trap/chance", s_told);
        using var other = opened.Open();
        var second = await opened.RenderAsync(other, "/trap/chance", s_told);

        Assert.Equal(first.Html.ToArray(), second.Html.ToArray());
        Assert.Equal(first.Screenshot.ToArray(), second.Screenshot.ToArray());
        Assert.True(first.Screenshot.Length > 100, "there is a picture");
    }

    [Fact]
    public async Task AClosedShadowTreeIsReadToo() =>
        Assert.Contains("<div id=\"host\"><b class=\"inside\">seen</b></div>", await opened.HtmlAsync("/trap/closed"), StringComparison.Ordinal);

    [Fact]
    public async Task SignsThatMeanSomethingSurvive()
    {
        var html = await opened.HtmlAsync("/trap/odd");

        Assert.Contains("<p title=\"a&quot;b &lt;c&gt; &amp;nbsp;\">1 &lt; 2 &amp; 3</p>", html, StringComparison.Ordinal);
        Assert.Contains("<textarea>&lt;b&gt;</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("if (a < b && c) '</p>'", html, StringComparison.Ordinal);
        Assert.Contains("<template><i class=\"t\">in a template</i></template>", html, StringComparison.Ordinal);
    }
}
