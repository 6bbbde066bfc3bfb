using System.IO.Compression;
using System.Text;
using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Steps.Tests.Content;

public sealed class ContentTests
{
    private static readonly PipelinePlan Title = Plans.Extracting(Plans.Field("t", Plans.Css("title")));

    [Theory]
    [InlineData("text/html; charset=windows-1252")]
    [InlineData("text/html")]
    [InlineData(null)]
    public void Encoding_IsDecided(string? contentType) => Assert.Equal(
        "{\"t\":\"€ ä\"}", Title.Record(Pages.Of([.. "<!doctype html><title>"u8, 0x80, 0x20, 0xE4, .. "</title>"u8], contentType)));

    [Fact]
    public void ContentCoding_IsRemoved()
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write("<title>packed</title>"u8);
        Assert.Equal("{\"t\":\"packed\"}", Title.Record(Pages.Of(target.ToArray(), "text/html", coding: "gzip")));
        var cut = Title.Run(Pages.Of(target.ToArray()[..^5], "text/html", coding: "gzip"));
        Assert.Equal(ErrorCode.FetchContentCoding, cut.Error?.Code);
        Assert.Equal(ErrorCode.FetchContentCoding, Title.Run(Pages.Of(target.ToArray(), "text/html", coding: "zstd")).Error?.Code);
        Assert.Equal(ErrorCode.FetchTooLarge, Title.Run(Pages.Of(target.ToArray(), "text/html", coding: "gzip", maxBody: 10)).Error?.Code);
    }

    [Fact]
    public void Json_ThatIsNone_IsAnErrorWithItsPlace()
    {
        var error = Plans.Extracting(Plans.Field("t", Plans.JsonPath("$"))).Run(Pages.Json("{\"a\":\n oops}")).Error;
        Assert.Equal(ErrorCode.StepFailed, error?.Code);
        Assert.Contains("line 2", error?.Message);
    }

    [Theory]
    [InlineData("application/json", "\uFEFF{\"t\":\"ä\"}")]
    [InlineData("application/hal+json; charset=utf-8", "{\"t\":\"ä\"}")]
    [InlineData(null, " {\"t\":\"ä\"}")]
    public void Json_IsRecognised(string? contentType, string body) => Assert.Equal(
        "{\"t\":\"ä\"}", Plans.Extracting(Plans.Field("t", Plans.JsonPath("$.t"))).Record(Pages.Of(Encoding.UTF8.GetBytes(body), contentType)));

    [Fact]
    public void Body_ThatNoRuleAsksFor_IsNotDecoded()
    {
        var plan = Plans.Extracting(new FieldPlan { Name = "u", Source = FieldSource.PageUrl });
        Assert.Equal("{\"u\":\"https://shop.test/a/page.html\"}", plan.Record(Pages.Of([1, 2, 3], "image/png", coding: "zstd")));
    }

    [Theory]
    [InlineData("text/html", "https://shop.test/item/1", "item,all")]
    [InlineData("text/html", "https://shop.test/list", "all")]
    [InlineData("application/pdf", "https://shop.test/item/1", "files")]
    [InlineData("application/json", "https://shop.test/item/1", "files")]
    [InlineData("text/plain", "https://shop.test/item/1", "")]
    public void Rules_MatchByUrlTypeAndSelector(string contentType, string url, string expected)
    {
        var plan = Plans.Of(
            new PageRule { Name = "item", Urls = ["/item/*"], ContentTypes = ["text/html"] },
            new PageRule { Name = "never", ContentTypes = ["text/html"], Selector = Plans.Css("nav") },
            new PageRule { Name = "all", ContentTypes = ["text/html"], Selector = Plans.Css("h1") },
            new PageRule { Name = "files", ContentTypes = ["application/*"] });
        Assert.Equal(expected, string.Join(',', plan.Run(Pages.Of("[\"<h1>\"]"u8.ToArray(), contentType, url)).Rules));
    }

    [Fact]
    public void Explain_SaysWhyAndHowMuch()
    {
        var plan = Plans.Of(
            new PageRule { Name = "other", Urls = ["/x/**"] },
            new PageRule { Name = "pdf", ContentTypes = ["application/pdf"] },
            new PageRule { Name = "nav", Selector = Plans.Css("nav") },
            new PageRule
            {
                Name = "list",
                Follow = [new FollowStep { Selector = Plans.Css("a") }],
                Extract = [new ExtractStep { Record = "item", Each = Plans.Css("li"), Fields = [Plans.Field("b", Plans.Css("b"))] }],
            });
        var findings = new PageHandler(plan).Explain(Pages.Html("<a href=1><a href=2><li><b>1</b><li><b>2</b><b>3</b><li>"));
        Assert.Equal([false, false, false, true], findings.Select(finding => finding.Matched));
        Assert.Contains("No URL pattern", findings[0].Reason);
        Assert.Contains("\"text/html\"", findings[1].Reason);
        Assert.Contains("\"nav\"", findings[2].Reason);
        Assert.Equal([("follow", 2), ("item", 3), ("item.b", 3)], findings[3].Selectors.Select(found => (found.Use, found.Count)));
    }

    [Fact]
    public async Task Cancellation_StopsBeforeTheNextRule()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new PageHandler(Title).HandleAsync(Pages.Html("<p>"), source.Token));
    }

    [Fact]
    public void Values_ThatAreTooLong_AreCutAndSaidSo()
    {
        var outcome = Title.Run(Pages.Html("<title>" + new string('x', 2 << 20)));
        Assert.Equal((1 << 20) + "{\"t\":\"\"}".Length, outcome.Records[0].Payload.Length);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("cut"));
    }

    [Fact]
    public void NestedText_CannotMultiplyThePageWithoutEnd()
    {
        var page = string.Concat(Enumerable.Repeat("<div>", 400)) + new string('x', 1 << 20);
        var outcome = Plans.Extracting(Plans.Field("t", Plans.Css("div")) with { Many = true }).Run(Pages.Html(page));
        Assert.InRange(outcome.Records[0].Payload.Length, 1 << 20, (64 << 20) + 4000);
    }
}
