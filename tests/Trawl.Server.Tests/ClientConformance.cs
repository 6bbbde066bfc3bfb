using System.Security.Cryptography;
using System.Text.Json;
using Trawl.Api;
using Trawl.Api.Captures;
using Trawl.Api.Drift;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Graphs;
using Trawl.Api.Hosts;
using Trawl.Api.Journal;
using Trawl.Api.Lineage;
using Trawl.Api.Machine;
using Trawl.Api.Outputs;
using Trawl.Api.Pages;
using Trawl.Api.Pipelines;
using Trawl.Api.Records;
using Trawl.Api.Replaying;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Api.Settings;
using Trawl.Api.Serialization;
using Trawl.Demo;
using Trawl.Model.Plans;
using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Server.Tests;

/// <summary>
/// What every <see cref="ITrawlClient"/> does, whichever way it takes: each of them answers as the client of this process
/// does, document for document and refusal for refusal.
/// </summary>
public abstract class ClientConformance(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    /// <summary>The client under test, of somebody with every right.</summary>
    protected abstract ITrawlClient Open();

    [Fact]
    public async Task WhatIsReadIsTheSame()
    {
        await using var client = Open();
        var run = fixture.RunId;
        await SameAsync(client, c => c.ListRunsAsync(new ListRunsRequest(RunState.Completed, 5), s_never));
        await SameAsync(client, c => c.ShowRunAsync(new ShowRunRequest(run), s_never));
        await SameAsync(client, c => c.ListRequestsAsync(new ListRequestsRequest { RunId = run, State = RequestState.Done, UrlContains = "product", Limit = 7 }, s_never));
        await SameAsync(client, c => c.ListRecordsAsync(new ListRecordsRequest { RunId = run, Limit = 3, After = 2 }, s_never));
        await SameAsync(client, c => c.ListQuarantineAsync(new ListRecordsRequest { RunId = run }, s_never));
        await SameAsync(client, c => c.ReadJournalAsync(new ReadJournalRequest(run, 3, 10), s_never));
        await SameAsync(client, c => c.ListHostsAsync(new ListHostsRequest(run), s_never));
        await SameAsync(client, c => c.ShowCaptureAsync(new CaptureRequest(run, Verify: true), static _ => { }, s_never));
    }

    [Fact]
    public async Task PlanDriftAndSettingsAreTheSame()
    {
        await using var client = Open();
        var broken = new PipelineSource { Path = "/remote/broken.yaml", Text = "name: x\nstrat: 1\n", Environment = new Dictionary<string, string>() };
        await SameAsync(client, c => c.ShowDriftAsync(new ShowDriftRequest(fixture.RunId), s_never));
        await SameAsync(client, c => c.ShowDriftAsync(new ShowDriftRequest("no-such-run"), s_never));
        await SameAsync(client, c => c.ShowGraphAsync(new ShowGraphRequest { RunId = fixture.RunId }, s_never));
        await SameAsync(client, c => c.ShowGraphAsync(new ShowGraphRequest { Pipeline = broken }, s_never));
        await SameAsync(client, c => c.ShowGraphAsync(new ShowGraphRequest(), s_never));
        await SameAsync(client, c => c.ListSettingsAsync(new ListSettingsRequest(), s_never));
        var governor = (await client.ShowGovernorAsync(new ShowGovernorRequest(), s_never)).Value;
        Assert.Equal((await fixture.Local.ShowGovernorAsync(new ShowGovernorRequest(), s_never)).Value.Reading.MemoryLimit, governor.Reading.MemoryLimit);
    }

    [Fact]
    public async Task TheGraphLeadsFromStartToOutput()
    {
        await using var client = Open();
        var graph = (await client.ShowGraphAsync(new ShowGraphRequest { RunId = fixture.RunId }, s_never)).Value;
        var nodes = graph.Nodes.Select(n => n.Id).ToHashSet();
        Assert.All(graph.Edges, e => Assert.True(nodes.Contains(e.From) && nodes.Contains(e.To), $"{e.From} -> {e.To}"));
        var reached = new HashSet<string> { "start:1" };
        while (graph.Edges.FirstOrDefault(e => reached.Contains(e.From) && !reached.Contains(e.To)) is { } next)
        {
            reached.Add(next.To);
        }

        Assert.Contains(reached, id => id.StartsWith("output:", StringComparison.Ordinal));
        Assert.Contains("frontier", reached);
    }

    [Fact]
    public async Task APageAndWhatWasMadeOfItIsTheSame()
    {
        await using var client = Open();
        var (url, key) = await RecordAsync();
        var run = fixture.RunId;
        await SameAsync(client, c => c.ExplainAsync(new ExplainRequest(run, url), s_never));
        await SameAsync(client, c => c.ShowPageAsync(new ShowPageRequest { RunId = run, Url = url, Body = PageBody.Text }, s_never));
        await SameAsync(client, c => c.ShowPageAsync(new ShowPageRequest { RunId = run, Url = url, Body = PageBody.Raw }, s_never));
        await SameAsync(client, c => c.ReadScreenshotAsync(new ReadScreenshotRequest(run, url), s_never));
        await SameAsync(client, c => c.SelectAsync(new SelectRequest { RunId = run, Url = url, Selector = "h1", OnlyPage = true, Limit = 2 }, s_never));
        await SameAsync(client, c => c.ExplainRecordAsync(new ExplainRecordRequest { RunId = run, Key = key }, s_never));
    }

    [Fact]
    public async Task RefusalsAreTheSame()
    {
        await using var client = Open();
        await SameAsync(client, c => c.ShowRunAsync(new ShowRunRequest("no-such-run"), s_never));
        await SameAsync(client, c => c.ListRecordsAsync(new ListRecordsRequest { RunId = fixture.RunId, Limit = 0 }, s_never));
        await SameAsync(client, c => c.ExplainAsync(new ExplainRequest(fixture.RunId, "no url"), s_never));
        await SameAsync(client, c => c.ResumeRunAsync(new ResumeRunRequest("no-such-run"), s_never));
        await SameAsync(client, c => c.ReplayRunAsync(new ReplayRunRequest("no-such-run"), static _ => { }, s_never));
        await SameAsync(client, c => c.ShowPageAsync(new ShowPageRequest { RunId = fixture.RunId, Url = "https://nowhere.test/" }, s_never));
    }

    [Fact]
    public async Task APipelineWithErrorsIsAnAnswerAndStartingItARefusal()
    {
        await using var client = Open();
        var broken = new PipelineSource { Path = "/remote/broken.yaml", Text = "name: x\nstrat: 1\n", Environment = new Dictionary<string, string>() };
        await SameAsync(client, c => c.ValidateAsync(new ValidateRequest(broken), s_never));
        await SameAsync(client, c => c.StartRunAsync(new StartRunRequest { Pipeline = broken }, s_never));
    }

    [Fact]
    public async Task ARunIsStartedOnceFollowedReplayedAndTried()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 12 }, s_never);
        await using var client = Open();
        var source = new PipelineSource
        {
            Text = DemoShop.Pipeline, Path = "/remote/shop.yaml", Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl },
        };
        var wish = new StartRunRequest { Pipeline = source, IdempotencyKey = $"once-{GetType().Name}" };
        var started = (await client.StartRunAsync(wish, s_never)).Value;
        Assert.True(started.Created);
        Assert.False((await client.StartRunAsync(wish, s_never)).Value.Created);

        RunSnapshot? last = null;
        await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest(started.RunId), s_never))
        {
            last = snapshot;
        }

        Assert.Equal((true, null, RunState.Completed), (last!.IsLast, last.Error, last.State));
        await SameAsync(client, c => c.StopRunAsync(new StopRunRequest(started.RunId), s_never));
        await SameAsync(client, c => c.CancelRunAsync(new CancelRunRequest(started.RunId), s_never));

        var replay = (await client.ReplayRunAsync(new ReplayRunRequest(started.RunId), static _ => { }, s_never)).Value;
        Assert.Equal((ReplayVerdict.Same, null), (replay.Verdict, replay.Divergence));
        var changed = source with { Text = source.Text.Replace("title: h1 ", "title: h2 ", StringComparison.Ordinal) };
        var diff = (await client.TryPlanAsync(new TryPlanRequest(started.RunId, changed), static _ => { }, s_never)).Value;
        Assert.Contains(diff.Types, t => t.Changed + t.Removed > 0);
    }

    [Fact]
    public async Task WhatIsWrittenIsTheSame()
    {
        await using var client = Open();
        var folder = Directory.CreateTempSubdirectory("trawl-conformance");
        try
        {
            var path = Path.Combine(folder.FullName, "records.jsonl");
            var request = new ExportRequest(fixture.RunId, path, null, []);
            var written = (await client.ExportAsync(request, s_never)).Value.Outputs.Single();
            await using var expected = new MemoryStream();
            await fixture.Local.ExportAsync(request with { Format = OutputFormat.Jsonl }, expected, s_never);
            Assert.Equal(expected.ToArray(), await File.ReadAllBytesAsync(path));
            var own = (await fixture.Local.ExportAsync(request with { Path = path + ".own", Format = OutputFormat.Jsonl }, s_never)).Value.Outputs.Single();
            Assert.Equal(own.Records, written.Records);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(expected.ToArray())), written.Sha256);
            await using var streamed = new MemoryStream();
            Assert.Null((await client.ExportAsync(request with { Format = OutputFormat.Jsonl }, streamed, s_never)).Error);
            Assert.Equal(expected.ToArray(), streamed.ToArray());

            var package = Path.Combine(folder.FullName, "run.wacz");
            var packed = (await client.PackCaptureAsync(new PackCaptureRequest(fixture.RunId, package), static _ => { }, s_never)).Value;
            var ownPack = (await fixture.Local.PackCaptureAsync(new PackCaptureRequest(fixture.RunId, package + "2"), static _ => { }, s_never)).Value;
            Assert.Equal((ownPack.Files, ownPack.Pages), (packed.Files, packed.Pages));
            Assert.Equal(["records.jsonl", "records.jsonl.own", "run.wacz", "run.wacz2"], folder.EnumerateFiles().Select(f => f.Name).Order());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(string Url, string Key)> RecordAsync()
    {
        var records = (await fixture.Local.ListRecordsAsync(new ListRecordsRequest { RunId = fixture.RunId, Limit = 1 }, s_never)).Value;
        return (records.Records[0].Url, $"#{records.Records[0].Id}");
    }

    private async Task SameAsync<T>(ITrawlClient client, Func<ITrawlClient, Task<ApiResult<T>>> call)
        where T : class => Assert.Equal(Form(await call(fixture.Local)), Form(await call(client)));

    /// <summary>As JSON.</summary>
    private static string Form<T>(ApiResult<T> result)
        where T : class => result.TryGet(out var value, out var error)
            ? JsonSerializer.Serialize(value, ApiJson.Default.GetTypeInfo(typeof(T))!)
            : JsonSerializer.Serialize(error, ApiJson.Default.ApiError);
}
