using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Hosting.Tests.Support;
using Trawl.Model.Requests;

namespace Trawl.Hosting.Tests.Reading;

public sealed class ExplainTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private LocalTrawlClient _client = null!;
    private string _runId = "";

    public async Task InitializeAsync()
    {
        _client = TestHost.Open(_folder.Path, PaperSite.Of(3));
        _runId = await _client.StartAsync();
        await _client.EndAsync(_runId);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Fetched_WithItsPathAndAttempts()
    {
        var found = await ExplainAsync("http://paper.test/p/2");

        Assert.Equal("Fetched: status 200, 1 record.", found.Verdict);
        Assert.Equal(RequestState.Done, found.Request!.State);
        Assert.Equal(("done", 200), (Assert.Single(found.Attempts).Outcome, found.Attempts[0].Status));
        Assert.Equal(["http://paper.test/", null], found.Path.Select(p => p.Url));
        Assert.Equal(["page"], found.Rules);
        Assert.True(found.Robots!.Allowed);
    }

    [Fact]
    public async Task AnotherSpelling_IsTheSameRequestAndSaysWhichRule()
    {
        var found = await ExplainAsync("HTTP://PAPER.test:80/p/./2?utm_source=mail#top");

        Assert.StartsWith("Another spelling of http://paper.test/p/2. Fetched", found.Verdict, StringComparison.Ordinal);
        Assert.Equal(["DropFragment", "RemoveParameters"], found.Changes.Select(c => c.Rule));
    }

    [Fact]
    public async Task ForbiddenByRobots_NamesRuleAndLine()
    {
        var found = await ExplainAsync("http://paper.test/secret");

        Assert.StartsWith("Not fetched.", found.Verdict, StringComparison.Ordinal);
        Assert.Equal((false, "Disallow: /secret", 2), (found.Robots!.Allowed, found.Robots.Rule, found.Robots.Line));
        Assert.Equal("TRAWL-SKIP-001", found.Request!.Code);
    }

    [Fact]
    public async Task Failed_SaysWhy()
    {
        var found = await ExplainAsync("http://paper.test/gone");

        Assert.StartsWith("Given up after 1 attempt.", found.Verdict, StringComparison.Ordinal);
        Assert.Equal("TRAWL-FETCH-010", found.Request!.Code);
    }

    [Theory]
    [InlineData("http://paper.test/never/x", "scope.exclude has \"/never/**\"")]
    [InlineData("http://else.test/", "no pattern of scope.hosts matches")]
    public async Task OutsideTheScope_NamesThePattern(string url, string reason)
    {
        var found = await ExplainAsync(url);

        Assert.Equal((false, reason), (found.Scope.InScope, found.Scope.Reason));
        Assert.Null(found.Request);
        Assert.StartsWith("Not part of the run", found.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NeverMet_SaysWhatWouldHappen()
    {
        Assert.StartsWith("The run never met it", (await ExplainAsync("http://paper.test/p/99")).Verdict, StringComparison.Ordinal);
        Assert.Contains("would be skipped", (await ExplainAsync("http://paper.test/secret/more")).Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paper.test")]
    [InlineData("mailto:a@b.c")]
    [InlineData("http://")]
    public async Task NoUrl_IsRefused(string text)
    {
        var result = await _client.ExplainAsync(new ExplainRequest(_runId, text), CancellationToken.None);

        Assert.Equal(ApiErrorKind.InvalidRequest, result.Error!.Kind);
    }

    private async Task<UrlExplanation> ExplainAsync(string url) =>
        (await _client.ExplainAsync(new ExplainRequest(_runId, url), CancellationToken.None)).Value;
}
