using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Checking;
using Trawl.Recording.Revalidating;
using Trawl.Recording.Tests.Support;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Tests.Revalidating;

/// <summary>Pages of an earlier run that the server says have not changed.</summary>
public sealed class KeptPagesTests : IDisposable
{
    private readonly RecordedRun _first = new("http://a.test/");
    private readonly RecordedRun _second = new("http://a.test/");

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task AKeptPage_IsReadAgain_AndStandsInTheCaptureOfTheRunThatKeptIt()
    {
        _first.Web.On("http://a.test/", () => Page("/a", "\"1\"")).On("http://a.test/a", "last");
        await _first.RunAsync();
        _second.Web.On("http://a.test/", () => ScriptedWeb.Answer(304, "", ("ETag", "W/\"1\""), ("X-Cache", "HIT"))).On("http://a.test/a", "last");
        await GoOnAsync();

        Assert.Equal("\"1\"", Asked("http://a.test/")?.ETag);
        Assert.Null(Asked("http://a.test/a"));
        using var capture = _second.Open();
        var kept = capture.FindByUrl("http://a.test/").Single();
        Assert.Equal((304, 200, "/a"), (kept.Status, kept.PageStatus, Encoding.UTF8.GetString(kept.Body.Span)));
        Assert.Equal(("HIT", "text/html"), (kept.Header("X-Cache"), kept.Header("Content-Type")));
        using (var earlier = _first.Open())
        {
            Assert.Equal(earlier.FindByUrl("http://a.test/").Single().StartedAt, kept.Kept!.At);
        }

        Assert.Equal("last", Encoding.UTF8.GetString(capture.FindByUrl("http://a.test/a").Single().Body.Span));
        Assert.Empty(CaptureCheck.Run(capture, static _ => { }, CancellationToken.None).Defects);
        AssertRevisit();
    }

    [Theory]
    [InlineData("\"2\"", 2)]
    [InlineData("\"1\"", 1)]
    public async Task AnAnswerAboutAnotherVersion_IsNoAnswer(string named, int asked)
    {
        _first.Web.On("http://a.test/", () => Page("old", "\"1\""));
        await _first.RunAsync();
        _second.Web.On("http://a.test/", () => ScriptedWeb.Answer(304, "", ("ETag", named)), () => Page("new", "\"2\""));
        await GoOnAsync();

        Assert.Equal(asked, _second.Web.Exchanges.Count(e => e.Request.RequestId is not null));
        using var capture = _second.Open();
        Assert.Equal(asked == 1 ? "old" : "new", Encoding.UTF8.GetString(capture.FindByUrl("http://a.test/").Single().Body.Span));
    }

    [Fact]
    public async Task WhatABrowserMakes_AndWhatIsGone_IsAskedForWhole()
    {
        _first.Web.On("http://a.test/", () => Page("old", "\"1\""));
        await _first.RunAsync();
        _second.Web.On("http://a.test/", () => Page("new", "\"1\""));
        await GoOnAsync(url => false);

        Assert.Null(Asked("http://a.test/"));
        Assert.Null(EarlierPages.Open(Path.Combine(_first.Folder, "nowhere")));
    }

    private static FetchResult Page(string body, string tag) =>
        ScriptedWeb.Answer(200, body, ("Content-Type", "text/html"), ("ETag", tag), ("X-Cache", "MISS"));

    private async Task GoOnAsync(Func<string, bool>? mayKeep = null)
    {
        using var revalidating = new RevalidatingFetcher(_second.Web, EarlierPages.Open(_first.Folder)!, mayKeep ?? (_ => true));
        _second.Fetcher = revalidating;
        await _second.RunAsync();
    }

    private Validators? Asked(string url) => _second.Web.Exchanges.First(e => e.Request.Url == url).Request.Validators;

    private void AssertRevisit()
    {
        using var reader = WarcReader.Open(_second.File());
        var (answers, revisits) = (new Dictionary<string, string?>(), new List<(string? RefersTo, string? Profile)>());
        while (reader.Read() is { } record)
        {
            if (record.Type == WarcRecordType.Response) answers[record.RecordId!] = record.TargetUri;
            if (record.Type == WarcRecordType.Revisit) revisits.Add((record.Fields[WarcFields.RefersTo], record.Fields[WarcFields.Profile]));
        }

        Assert.Empty(reader.Problems);
        var (refersTo, profile) = Assert.Single(revisits);
        Assert.Equal("http://a.test/", answers[refersTo!]);
        Assert.EndsWith("/server-not-modified", profile, StringComparison.Ordinal);
    }
}
