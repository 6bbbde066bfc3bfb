using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Tests.Support;
using Trawl.Model.Errors;
using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Engine.Tests.Running;

public sealed class RunEngineTests : IDisposable
{
    private const long Done = 10, Failed = 11, Skipped = 12;
    private readonly EngineBench _bench = new();

    [Fact]
    public void ASiteIsCollectedOnceEach()
    {
        _bench.Web.Page("http://a.test/", "/1", "/2", "/1#x").Page("http://a.test/1", "/", "/2").Page("http://a.test/2", "/3");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal(RunState.Completed, result.State);
        Assert.Equal((3, 1, 0), (result.Counters.Done, result.Counters.Failed, result.Counters.Skipped));
        Assert.Equal(3, result.Counters.Records);
        Assert.All(_bench.Web.Asked.GroupBy(a => a.Url), urls => Assert.Single(urls));
        Assert.Equal((Failed, ErrorCode.FetchClientStatus), _bench.Requests()["http://a.test/3"]);
        Assert.Equal(1, _bench.Outputs.Calls);
    }

    [Fact]
    public void WhatIsOutOfScopeIsNotFetched()
    {
        _bench.Web.Page("http://a.test/", "http://elsewhere.test/", "/private/1", "/ok").Page("http://a.test/ok");
        var plan = EngineBench.Plan();

        _bench.Run(plan with { Scope = plan.Scope with { Exclude = ["/private/**"] } });

        Assert.Equal(["http://a.test/", "http://a.test/ok"], _bench.Requests().Keys.Order());
    }

    [Fact]
    public void ARedirectBecomesARequestAndIsNotFetchedTwice()
    {
        _bench.Web.Page("http://a.test/", "/old", "/new").On("http://a.test/old", new Answer(301).With("Location", "/new")).Page("http://a.test/new");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal(3, result.Counters.Done);
        Assert.Equal(1, _bench.Web.Count("http://a.test/new"));
    }

    [Fact]
    public void ARedirectLoopEndsByDeduplication()
    {
        _bench.Web.On("http://a.test/", new Answer(302).With("Location", "/b")).On("http://a.test/b", new Answer(302).With("Location", "/"));

        Assert.Equal(2, _bench.Run(EngineBench.Plan()).Counters.Done);
    }

    [Fact]
    public void AnEndlessRedirectChainFailsByName()
    {
        for (var i = 0; i < 20; i++)
        {
            _bench.Web.On($"http://a.test/{(i == 0 ? "" : i)}", new Answer(302).With("Location", $"/{i + 1}"));
        }

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal((10, 1), (result.Counters.Done, result.Counters.Failed));
        Assert.Contains((Failed, ErrorCode.FetchRedirect), _bench.Requests().Values);
    }

    [Fact]
    public void AFailureThatPassesIsTriedAgainLater()
    {
        _bench.Web.On("http://a.test/", new Answer(500), new Answer(0) { Error = new FetchError(FetchErrorKind.Reset, "reset") }, new Answer(200));

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal((RunState.Completed, 1L), (result.State, result.Counters.Done));
        var times = _bench.Web.Asked.Where(a => a.Url == "http://a.test/").Select(a => a.At).ToArray();
        Assert.InRange((times[1] - times[0]).TotalSeconds, 0.5, 1.6);
        Assert.InRange((times[2] - times[1]).TotalSeconds, 1, 3.1);
    }

    [Fact]
    public void RetryAfterIsKeptByTheWholeHost()
    {
        _bench.Web.Page("http://a.test/", "/1", "/2", "/3").On("http://a.test/1", new Answer(503).With("Retry-After", "120"), new Answer(200))
            .Page("http://a.test/2").Page("http://a.test/3");
        var plan = EngineBench.Plan();

        _bench.Run(plan with { Fetch = plan.Fetch with { PerHostConcurrency = 1 } });

        var asked = _bench.Web.Asked.Where(a => a.Url != "http://a.test/robots.txt").Select(a => a.At).ToArray();
        var refused = _bench.Web.Asked.First(a => a.Url == "http://a.test/1").At;
        Assert.DoesNotContain(asked, at => at > refused && at < refused.AddSeconds(120));
        Assert.Equal(2, _bench.Web.Count("http://a.test/1"));
    }

    [Fact]
    public void WithoutPaceNoHostIsSpared()
    {
        _bench.Web.On("http://a.test/robots.txt", new Answer(503), new Answer(200, "User-agent: *\nCrawl-delay: 20"));
        _bench.Web.Page("http://a.test/", "/1", "/2").Page("http://a.test/1")
            .On("http://a.test/2", new Answer(429).With("Retry-After", "3"), new Answer(200));
        _bench.Unpaced = true;
        var plan = EngineBench.Plan();
        var began = _bench.Clock.GetUtcNow();

        var result = _bench.Run(plan with { Fetch = plan.Fetch with { Delay = TimeSpan.FromMinutes(1), Adaptive = true } });

        // The one wait left is the request's own, which its store keeps.
        Assert.Equal((3, 4), (result.Counters.Done, result.Counters.Attempts));
        Assert.InRange(_bench.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void ADelayIsKept()
    {
        _bench.Web.Page("http://a.test/", "/1", "/2", "/3").Page("http://a.test/1").Page("http://a.test/2").Page("http://a.test/3");
        var plan = EngineBench.Plan();

        _bench.Run(plan with { Fetch = plan.Fetch with { Delay = TimeSpan.FromSeconds(2) } });

        var at = _bench.Web.Asked.Select(a => a.At).ToArray();
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void RobotsTxtIsObeyedAndCrawlDelayToo()
    {
        _bench.Web.On("http://a.test/robots.txt", new Answer(200, "User-agent: *\nDisallow: /no\nCrawl-delay: 3\n"))
            .Page("http://a.test/", "/no/1", "/yes").Page("http://a.test/yes");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal((Skipped, ErrorCode.SkipRobots), _bench.Requests()["http://a.test/no/1"]);
        Assert.Equal(0, _bench.Web.Count("http://a.test/no/1"));
        Assert.Equal(1, result.Counters.Skipped);
        var first = _bench.Web.Asked.First(a => a.Url == "http://a.test/").At;
        Assert.True(_bench.Web.Asked.First(a => a.Url == "http://a.test/yes").At - first >= TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void UnreachableRobotsTxtMeansNothingIsAllowed()
    {
        _bench.Web.On("http://a.test/robots.txt", new Answer(500)).Page("http://a.test/");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal(RunState.Failed, result.State);
        Assert.Equal((Skipped, ErrorCode.SkipRobotsUnreachable), _bench.Requests()["http://a.test/"]);
        Assert.Equal(4, _bench.Web.Count("http://a.test/robots.txt"));
    }

    [Fact]
    public void RobotsThatComesBackAllowsAgain()
    {
        _bench.Web.On("http://a.test/robots.txt", new Answer(503), new Answer(404)).Page("http://a.test/");

        Assert.Equal(1, _bench.Run(EngineBench.Plan()).Counters.Done);
    }

    [Fact]
    public void ABudgetOfPagesIsNotExceeded()
    {
        _bench.Web.Page("http://a.test/", [.. Enumerable.Range(0, 50).Select(i => $"/{i}")]);
        for (var i = 0; i < 50; i++)
        {
            _bench.Web.Page($"http://a.test/{i}");
        }

        var plan = EngineBench.Plan();
        var result = _bench.Run(plan with { Scope = plan.Scope with { Pages = 10 } });

        Assert.Equal((RunState.Completed, 10L, 41L), (result.State, result.Counters.Done, result.Counters.Skipped));
        Assert.Contains((Skipped, ErrorCode.SkipBudget), _bench.Requests().Values);
        Assert.Contains("10 pages", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ABudgetOfTimeEndsARunThatWaits()
    {
        _bench.Web.On("http://a.test/", new Answer(503).With("Retry-After", "3600"));
        var plan = EngineBench.Plan("http://a.test/", "http://b.test/");
        _bench.Web.Page("http://b.test/");

        var result = _bench.Run(plan with { Scope = plan.Scope with { Time = TimeSpan.FromMinutes(1) } });

        Assert.Equal((RunState.Completed, 1L), (result.State, result.Counters.Skipped));
        Assert.InRange(result.Elapsed.TotalSeconds, 60, 62);
    }

    [Fact]
    public void DepthIsTheShortestPath()
    {
        // The long way round is quick, the short one is retried: what is near must be fetched all the same.
        _bench.Web.Page("http://a.test/", "/slow", "/1").Page("http://a.test/1", "/2").Page("http://a.test/2", "/near").Page("http://a.test/near", "/behind").Page("http://a.test/behind")
            .On("http://a.test/slow", new Answer(500), new Answer(200, "/near"));
        var plan = EngineBench.Plan();

        _bench.Run(plan with { Scope = plan.Scope with { Depth = 3 } });

        Assert.Equal(Done, _bench.Requests()["http://a.test/behind"].State);
    }

    [Fact]
    public void WhatIsTooDeepIsSkippedWithItsReason()
    {
        _bench.Web.Page("http://a.test/", "/1").Page("http://a.test/1", "/2").Page("http://a.test/2");
        var plan = EngineBench.Plan();

        _bench.Run(plan with { Scope = plan.Scope with { Depth = 1 } });

        Assert.Equal((Skipped, ErrorCode.SkipDepth), _bench.Requests()["http://a.test/2"]);
    }

    [Fact]
    public void ABugInAStepCostsItsPageAlone()
    {
        _bench.Web.Page("http://a.test/", "/bug", "/ok").Page("http://a.test/bug", "?").Page("http://a.test/ok");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal((2, 1), (result.Counters.Done, result.Counters.Failed));
        Assert.Equal((Failed, ErrorCode.StepFailed), _bench.Requests()["http://a.test/bug"]);
    }

    [Fact]
    public void AFatalRecordFailsTheRunAndPublishesNothing()
    {
        _bench.Web.Page("http://a.test/", "/fatal").Page("http://a.test/fatal", "!");

        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal((RunState.Failed, "a record broke a rule"), (result.State, result.Reason));
        Assert.Equal(0, _bench.Outputs.Calls);
    }

    [Fact]
    public void NotOnePageFetchedIsAFailure()
    {
        var result = _bench.Run(EngineBench.Plan());

        Assert.Equal(RunState.Failed, result.State);
        Assert.NotNull(result.Reason);
    }

    [Fact]
    public void AStoppedRunGoesOnWhereItWas()
    {
        Chain(20);
        _bench.Create(EngineBench.Plan());

        var stopped = _bench.Resume(bench =>
        {
            bench.Scheduler.RunUntil(() => bench.Web.Count("http://a.test/5") > 0);
            bench.Stop.Cancel();
        });

        Assert.Equal(RunState.Interrupted, stopped.State);
        Assert.Equal(0, stopped.Counters.Leased);
        var result = _bench.Resume();
        Assert.Equal((RunState.Completed, 20L), (result.State, result.Counters.Done));
        Assert.All(_bench.Web.Asked.Where(a => !a.Url.EndsWith("robots.txt", StringComparison.Ordinal)).GroupBy(a => a.Url), urls => Assert.Single(urls));
    }

    [Fact]
    public void StoppedAtOnceNothingIsLostEither()
    {
        Chain(10);
        _bench.Web.Latency = TimeSpan.FromSeconds(10);
        _bench.Create(EngineBench.Plan());

        var stopped = _bench.Resume(bench =>
        {
            bench.Scheduler.RunUntil(() => bench.Web.Count("http://a.test/3") > 0);
            bench.StopNow.Cancel();
        });

        Assert.Equal(RunState.Interrupted, stopped.State);
        var result = _bench.Resume();
        Assert.Equal((RunState.Completed, 10L), (result.State, result.Counters.Done));
    }

    [Fact]
    public void ACancelledRunPublishesWhatItHasAndIsFinal()
    {
        Chain(20);
        _bench.Create(EngineBench.Plan());

        var result = _bench.Resume(bench =>
        {
            bench.Scheduler.RunUntil(() => bench.Web.Count("http://a.test/5") > 0);
            bench.Engine!.RequestCancel();
        });

        Assert.Equal(RunState.Cancelled, result.State);
        Assert.Equal(1, _bench.Outputs.Calls);
        Assert.Contains((Skipped, ErrorCode.SkipCancelled), _bench.Requests().Values);
        Assert.Equal(RunState.Cancelled, _bench.Resume().State);
    }

    [Fact]
    public void AFinishedRunStaysFinished()
    {
        _bench.Web.Page("http://a.test/");
        _bench.Run(EngineBench.Plan());
        var asked = _bench.Web.Asked.Count;

        Assert.Equal(RunState.Completed, _bench.Resume().State);
        Assert.Equal(asked, _bench.Web.Asked.Count);
        Assert.Equal(1, _bench.Outputs.Calls);
    }

    [Fact]
    public void ASitemapGivesStartUrls()
    {
        _bench.Web.On("http://a.test/sitemap.xml", new Answer(200, """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a.test/p/1</loc></url>
            <url><loc>http://a.test/q/2</loc></url><url><loc>http://elsewhere.test/p/3</loc></url></urlset>
            """)).Page("http://a.test/p/1");

        _bench.Run(EngineBench.Plan() with { Start = [new StartSitemap("http://a.test/sitemap.xml", ["/p/**"])] });

        Assert.Equal(["http://a.test/p/1", "http://a.test/sitemap.xml"], _bench.Requests().Keys.Order());
    }

    [Fact]
    public void AListOfUrlsFromAFileIsRead()
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["# a comment", "", " http://a.test/1 ", "not a url", .. Enumerable.Range(2, 2_500).Select(i => $"http://a.test/{i}")]);

        var result = _bench.Run(EngineBench.Plan() with { Start = [new StartFile(file)] });

        File.Delete(file);
        Assert.Equal(2_501, result.Counters.Failed);
        Assert.Contains(_bench.Journal(), line => line.Contains("4: 'not a url'", StringComparison.Ordinal));
    }

    [Fact]
    public void TheJournalTellsTheRun()
    {
        _bench.Web.Page("http://a.test/", "/1").Page("http://a.test/1");

        _bench.Run(EngineBench.Plan());

        Assert.Equal([1, 2, 11, 20, 10, 10, 4, 5], _bench.Journal().Select(line => int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    public void Dispose() => _bench.Dispose();

    private void Chain(int length)
    {
        for (var i = 0; i < length; i++)
        {
            _bench.Web.Page($"http://a.test/{(i == 0 ? "" : i)}", i + 1 < length ? [$"/{i + 1}"] : []);
        }
    }
}
