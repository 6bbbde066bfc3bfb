using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Tests.Support;
using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Engine.Tests.Running;

/// <summary>Hosts that never answer hold slots; hosts that do answer must not wait for those. On virtual time.</summary>
public sealed class NeighbourTests
{
    private const int Good = 100;
    private const int Bad = 100;
    private const int Pages = 60;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public void WithHalfOfTheHostsDead_TheOthersAreCrawledAsFast()
    {
        var alone = GoodPagesTake(0);
        var beside = GoodPagesTake(Bad);

        Assert.True(beside < alone * 1.1, $"{beside} beside dead hosts, {alone} without");
    }

    private static TimeSpan GoodPagesTake(int bad)
    {
        using var bench = new EngineBench();
        bench.Web.Latency = TimeSpan.FromMilliseconds(50);
        bench.Web.LatencyOf = url => url.StartsWith("http://bad", StringComparison.Ordinal) && !url.EndsWith("/robots.txt", StringComparison.Ordinal) ? s_timeout : null;
        string[] good = [.. Enumerable.Range(0, Good).Select(i => $"http://good{i}.test/")];
        string[] dead = [.. Enumerable.Range(0, bad).SelectMany(i => Enumerable.Range(0, 5).Select(p => $"http://bad{i}.test/{p}"))];
        foreach (var host in good)
        {
            bench.Web.Page(host, [.. Enumerable.Range(1, Pages - 1).Select(i => $"/{i}")]);
            for (var i = 1; i < Pages; i++) bench.Web.Page($"{host}{i}");
        }

        foreach (var url in dead) bench.Web.On(url, new Answer(0) { Error = new FetchError(FetchErrorKind.Timeout, "silence") });
        var began = bench.Clock.GetUtcNow();
        var plan = EngineBench.Plan([.. dead, .. good]) with
        {
            Scope = new ScopePlan { Hosts = ["*.test"] },
            Fetch = new FetchPlan { Delay = TimeSpan.FromMilliseconds(500), Concurrency = 64, PerHostConcurrency = 2, Retries = 1 },
        };

        Assert.Equal((RunState.Completed, (long)(Good * Pages)), (bench.Run(plan).State, bench.Journal().LongCount(line => line.Contains("\"as\":\"done\"", StringComparison.Ordinal))));
        return bench.Web.Asked.Where(a => a.Url.StartsWith("http://good", StringComparison.Ordinal)).Max(a => a.At) - began;
    }
}
