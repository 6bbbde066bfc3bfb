using System.Diagnostics;
using System.Globalization;
using System.Text;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;

namespace Trawl.Html.Tests.Parsing;

/// <summary>Pages made to exhaust a parser. A quadratic step would take minutes on any of them.</summary>
public sealed class HostilePageTests
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("<b>", 100_000)]
    [InlineData("<a>", 100_000)]
    [InlineData("<p>", 100_000)]
    [InlineData("<div>", 100_000)]
    [InlineData("<x-y>", 100_000)]
    [InlineData("<table>", 100_000)]
    [InlineData("<table><td>", 50_000)]
    [InlineData("<template>", 100_000)]
    [InlineData("<svg>", 100_000)]
    [InlineData("<svg><foreignObject>", 50_000)]
    [InlineData("<math><mi>", 50_000)]
    [InlineData("<button>", 100_000)]
    [InlineData("<nobr>", 100_000)]
    [InlineData("<li><ul>", 50_000)]
    [InlineData("<b><div>", 50_000)]
    [InlineData("<a><div>", 50_000)]
    [InlineData("<b><i><u><p></b></i></u>", 20_000)]
    [InlineData("<div><object>", 50_000)]
    [InlineData("<div><object></div>", 50_000)]
    [InlineData("<select><option>", 50_000)]
    [InlineData("<ruby><rt>", 50_000)]
    [InlineData("</p>", 1_000_000)]
    [InlineData("</br>", 200_000)]
    [InlineData("</x>", 1_000_000)]
    [InlineData("<html a b c>", 100_000)]
    [InlineData("<body>", 300_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("&not", 300_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("</", 1_000_000)]
    [InlineData("<!", 1_000_000)]
    [InlineData("<!-->", 300_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("\0", 1_000_000)]
    [InlineData("\r\n", 1_000_000)]
    [InlineData("<title></titl", 100_000)]
    [InlineData("<script><!--<script", 100_000)]
    [InlineData("<!doctype", 200_000)]
    [InlineData("<table> </i>x</i>", 100_000)]
    public void A_piece_repeated_is_parsed_in_linear_time(string piece, int times)
    {
        AssertFast(Repeat(piece, times));
        AssertFast("<table><tr>" + Repeat(piece, times / 2));
        AssertFast("<svg>" + Repeat(piece, times / 2));
    }

    [Theory]
    [InlineData("<span>", "</x>")]
    [InlineData("<x><div>", "</x>")]
    [InlineData("<b>", "</b>")]
    [InlineData("<b><p>", "</b>")]
    [InlineData("<font>", "<p></p>")]
    [InlineData("<b><div>", "</b></div>")]
    [InlineData("<table> ", "x</tr> ")]
    [InlineData("<svg>", "</g>")]
    [InlineData("<div>", "</p>")]
    [InlineData("<table><tr><td>", "</td></tr></table>")]
    public void A_piece_repeated_and_then_another_is_parsed_in_linear_time(string first, string second) =>
        AssertFast(Repeat(first, 100_000) + Repeat(second, 100_000));

    [Fact]
    public void Formatting_elements_that_all_differ_are_bounded()
    {
        var page = new StringBuilder();
        for (int i = 0; i < 20_000; i++) page.Append(CultureInfo.InvariantCulture, $"<p><font a{i}=1>");
        for (int i = 0; i < 20_000; i++) page.Append("<p>x</p>");
        AssertFast(page.ToString());
    }

    [Fact]
    public void Formatting_wrapped_around_blocks_again_and_again_stays_shallow()
    {
        var page = new StringBuilder();
        for (int i = 0; i < 200; i++) page.Append(CultureInfo.InvariantCulture, $"<b a{i}=1>");
        for (int i = 0; i < 250; i++) page.Append("<div>x");
        for (int i = 0; i < 20_000; i++) page.Append("</b>");
        AssertFast(page.ToString());
    }

    [Fact]
    public void Attributes_past_the_limit_are_dropped_and_said_so()
    {
        var page = new StringBuilder("<p");
        for (int i = 0; i < 100_000; i++) page.Append(CultureInfo.InvariantCulture, $" a{i}=v");
        using var document = HtmlParser.Parse(page.Append(">text").ToString());
        int paragraph = document.FirstChild(document.LastChild(document.FirstElement()));
        Assert.Equal(1_000, document.AttributeCount(paragraph));
        Assert.Equal(ParseLimits.Attributes, document.LimitHit);
        Assert.Equal("text", document.Text(paragraph));
    }

    [Fact]
    public void Attributes_merged_into_the_root_are_bounded()
    {
        var page = new StringBuilder();
        for (int i = 0; i < 50_000; i++) page.Append(CultureInfo.InvariantCulture, $"<html a{i}=v>");
        using var document = HtmlParser.Parse(page.ToString());
        Assert.Equal(1_000, document.AttributeCount(document.FirstElement()));
        Assert.Equal(ParseLimits.Attributes, document.LimitHit);
    }

    [Fact]
    public void Nodes_past_the_limit_are_not_read_and_said_so()
    {
        var options = new HtmlParserOptions { MaxNodes = 1_000 };
        using var document = HtmlParser.Parse(Repeat("<br>", 5_000), options);
        Assert.InRange(document.NodeCount, 1_000, 1_010);
        Assert.Equal(ParseLimits.Nodes, document.LimitHit);
    }

    [Fact]
    public void Elements_past_the_deepest_hang_on_the_last_allowed_and_their_end_tags_close_nothing_else()
    {
        var options = new HtmlParserOptions { MaxDepth = 10 };
        string page = Repeat("<div>", 20) + "deep" + Repeat("</div>", 20) + "<p id=after>";
        using var document = HtmlParser.Parse(page, options);
        document.AssertWellFormed(page, 10);
        Assert.Equal(ParseLimits.Depth, document.LimitHit);
        int body = document.LastChild(document.FirstElement());
        Assert.Equal("p", document.LocalName(document.LastChild(body)));
        Assert.Equal("deep", document.Text(body));
    }

    [Fact]
    public void A_page_within_the_limits_hits_none()
    {
        using var document = HtmlParser.Parse(Repeat("<div>", 400) + Repeat("<b a=1 b=2>", 100));
        Assert.Equal(ParseLimits.None, document.LimitHit);
    }

    private static void AssertFast(string page)
    {
        var watch = Stopwatch.StartNew();
        using var document = HtmlParser.Parse(page);
        watch.Stop();
        Assert.True(watch.Elapsed < s_most, $"{watch.Elapsed.TotalSeconds:F1} s for {page[..Math.Min(60, page.Length)]}…");
        document.AssertWellFormed(page[..Math.Min(60, page.Length)]);
    }

    private static string Repeat(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();
}
