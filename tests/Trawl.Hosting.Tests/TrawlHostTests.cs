using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Hosting.Tests.Support;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Pipelines.Authoring;

namespace Trawl.Hosting.Tests;

public sealed class TrawlHostTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PipelineInCSharp_RunsInOneCall()
    {
        var plan = Pipeline.Named("code").From("http://paper.test/").Page("all", p => p.Follow("a")).To(OutputFormat.Jsonl).Build();
        await using var client = TestHost.Open(_folder.Path, PaperSite.Of(3));
        var seen = 0;
        var details = await client.RunAsync(plan, new Counter(() => seen++), CancellationToken.None);

        Assert.Equal((RunState.Completed, 4L), (details.Run.State, details.Run.Requests.Done));
        Assert.True(seen > 0);
    }

    [Fact]
    public async Task WrongPipeline_IsRefusedWithEveryFindingAndLeavesNothing()
    {
        await using var client = TestHost.Open(_folder.Path, PaperSite.Of(1));
        var source = TestHost.Source("name: x\nstart: nope\nfecth: {}\n");
        var started = await client.StartRunAsync(new StartRunRequest { Pipeline = source }, CancellationToken.None);
        var validated = (await client.ValidateAsync(new ValidateRequest(source), CancellationToken.None)).Value;

        Assert.Equal(ApiErrorKind.InvalidPipeline, started.Error!.Kind);
        Assert.True(started.Error.Diagnostics.Count(d => d.IsError) >= 2);
        Assert.Equal(validated.Diagnostics, started.Error.Diagnostics);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "runs")));
    }

    [Fact]
    public async Task Settings_ReachThePlan()
    {
        var settings = ("TRAWL_MAX_HOST_CONCURRENCY", "2");
        await using var client = TestHost.Open(_folder.Path, PaperSite.Of(1), settings, ("TRAWL_CONTACT", "me@x.org"));
        var plan = (await client.ValidateAsync(new ValidateRequest(TestHost.Source()), CancellationToken.None)).Value.Plan!;

        Assert.Equal((2, "me@x.org"), (plan.Fetch.PerHostConcurrency, plan.Fetch.Contact));
    }

    [Fact]
    public void WrongSettings_AreThrownTogether()
    {
        var error = Assert.Throws<TrawlException>(
            () => TestHost.Open(_folder.Path, PaperSite.Of(1), ("TRAWL_COLOR", "x"), ("TRAWL_LOG_LEVEL", "y")));

        Assert.Contains("TRAWL_COLOR", error.Message, StringComparison.Ordinal);
        Assert.Contains("TRAWL_LOG_LEVEL", error.Message, StringComparison.Ordinal);
    }

    private sealed class Counter(Action count) : IProgress<RunSnapshot>
    {
        public void Report(RunSnapshot value) => count();
    }
}
