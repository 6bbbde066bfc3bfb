using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Model.Runs;
using Trawl.Remote;

namespace Trawl.Server.Tests;

public sealed class SavedPipelineTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    [Fact]
    public async Task EveryVersionIsKeptAndCompared()
    {
        await using var client = Open("editor");
        var first = (await client.SavePipelineAsync(Wish("kept", Text("h1"), 0), s_never)).Value;
        Assert.Equal((1, true, "editor"), (first.Pipeline.Current.Version, first.Created, first.Pipeline.Current.SavedBy));
        Assert.False((await client.SavePipelineAsync(Wish("kept", Text("h1"), 1), s_never)).Value.Created);
        Assert.Equal(2, (await client.SavePipelineAsync(Wish("kept", Text("h2"), 1), s_never)).Value.Pipeline.Current.Version);

        var diff = (await client.DiffPipelineAsync(new DiffPipelineRequest("kept", 1), s_never)).Value;
        Assert.Equal((1, 2, 1, 1), (diff.From, diff.To, diff.Added, diff.Removed));
        var versions = (await client.ListVersionsAsync(new ListVersionsRequest("kept"), s_never)).Value.Versions;
        Assert.Equal([2, 1], versions.Select(v => v.Version));
        Assert.Equal(Text("h1"), (await client.ReadPipelineAsync(new ReadPipelineRequest("kept", 1), s_never)).Value.Text);

        // Another client of the home sees the same, and so does one that comes after a restart: it is in the home's files.
        await using var other = Hosting.TrawlHost.Open(new Hosting.TrawlHostOptions { Home = fixture.Local.Home.Root });
        Assert.Equal(Text("h2"), (await other.ReadPipelineAsync(new ReadPipelineRequest("kept"), s_never)).Value.Text);

        Assert.Equal(2, (await client.RemovePipelineAsync(new RemovePipelineRequest("kept", 2), s_never)).Value.Current.Version);
        Assert.Equal(ApiErrorKind.NotFound, (await client.ReadPipelineAsync(new ReadPipelineRequest("kept"), s_never)).Error?.Kind);
        Assert.Equal(3, (await client.SavePipelineAsync(Wish("kept", Text("h3"), 0), s_never)).Value.Pipeline.Current.Version);
    }

    [Fact]
    public async Task NobodysChangeIsLost()
    {
        await using var client = Open("editor");
        await client.SavePipelineAsync(Wish("shared", Text("h1"), 0), s_never);
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.SavePipelineAsync(Wish("shared", Text($".c{i}"), 1), s_never)));
        Assert.Equal(1, all.Count(r => r.Error is null));
        Assert.All(all.Where(r => r.Error is not null), r => Assert.Equal(ApiErrorKind.Conflict, r.Error!.Kind));
    }

    [Fact]
    public async Task TheRefusalsAreTheSameHereAndThere()
    {
        await using var client = Open("admin");
        await fixture.Local.SavePipelineAsync(Wish("same", Text("h1"), 0), s_never);
        await SameAsync(client, c => c.SavePipelineAsync(Wish("same", Text("h2"), 7), s_never));
        await SameAsync(client, c => c.SavePipelineAsync(Wish("no name", Text("h2"), 0), s_never));
        await SameAsync(client, c => c.ReadPipelineAsync(new ReadPipelineRequest("same", 9), s_never));
        await SameAsync(client, c => c.ReadPipelineAsync(new ReadPipelineRequest("none"), s_never));
        await SameAsync(client, c => c.ListVersionsAsync(new ListVersionsRequest("none"), s_never));
        await SameAsync(client, c => c.RemovePipelineAsync(new RemovePipelineRequest("same", 2), s_never));
        await SameAsync(client, c => c.ListPipelinesAsync(new ListPipelinesRequest(Limit: 1), s_never));
        await SameAsync(client, c => c.StartRunAsync(new StartRunRequest { Saved = new SavedSource("none") }, s_never));
    }

    [Fact]
    public async Task ACallThatDoesNotSayWhatItChangesIsRefused()
    {
        using var http = fixture.As("editor");
        using var blind = await http.PutAsJsonAsync("/api/v1/pipelines/tagged", new { text = Text("h1") });
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        using var made = await PutAsync(http, Text("h1"), r => r.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag?.Tag));
        using var late = await PutAsync(http, Text("h2"), r => r.Headers.IfMatch.Add(new EntityTagHeaderValue("\"5\"")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pipelines/tagged");
        again.Headers.IfNoneMatch.Add(made.Headers.ETag!);
        using var known = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task ASavedPipelineIsRunAsFarAsItsAuthorMay()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 6 }, s_never);
        await using var admin = Open("admin");
        await using var editor = Open("editor");
        await admin.SavePipelineAsync(Wish("shop", DemoShop.Pipeline, 0), s_never);
        var saved = new SavedSource("shop") { Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl } };
        var started = (await admin.StartRunAsync(new StartRunRequest { Saved = saved }, s_never)).Value;
        RunSnapshot? last = null;
        await foreach (var snapshot in admin.FollowRunAsync(new FollowRunRequest(started.RunId), s_never))
        {
            last = snapshot;
        }

        Assert.Equal(RunState.Completed, last!.State);
        // The same text by somebody who may not reach the server's own network: not even an administrator's run does then.
        await editor.SavePipelineAsync(Wish("shop", DemoShop.Pipeline, 1), s_never);
        Assert.Contains("into its network", (await admin.StartRunAsync(new StartRunRequest { Saved = saved }, s_never)).Error!.Message, StringComparison.Ordinal);
        await admin.SavePipelineAsync(Wish("filed", Text("h1").Replace("name: x", "name: x\noutputs: [{ jsonl: /tmp/x.jsonl }]", StringComparison.Ordinal), 0), s_never);
        Assert.Contains("no files", (await admin.StartRunAsync(new StartRunRequest { Saved = new SavedSource("filed") }, s_never)).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramStartsOneWithoutAClientOfOurs()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 3 }, s_never);
        using var http = fixture.As("admin");
        using var made = await PutAsync(http, DemoShop.Pipeline, r => r.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any), "program");
        using var started = await http.PostAsJsonAsync("/api/v1/pipelines/program/runs", new { set = new { site = shop.BaseUrl } });
        Assert.True(started.StatusCode == HttpStatusCode.Created, await started.Content.ReadAsStringAsync());
        var run = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runId").GetString()!;
        await fixture.Local.StopRunAsync(new StopRunRequest(run, AtOnce: true), s_never);
        await foreach (var _ in fixture.Local.FollowRunAsync(new FollowRunRequest(run), s_never))
        {
        }
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient http, string text, Action<HttpRequestMessage> head, string name = "tagged")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/pipelines/{name}") { Content = JsonContent.Create(new { text }) };
        head(request);
        return http.SendAsync(request);
    }

    private async Task SameAsync<T>(ITrawlClient client, Func<ITrawlClient, Task<ApiResult<T>>> call)
        where T : class => Assert.Equal(
            JsonSerializer.Serialize((await call(fixture.Local)).Error), JsonSerializer.Serialize((await call(client)).Error));

    private static SavePipelineRequest Wish(string name, string text, int expected) => new() { Name = name, Text = text, Expected = expected };

    private static string Text(string selector) =>
        $"name: x\nstart: https://example.com/\npages:\n  all:\n    url: /**\n    extract:\n      page:\n        fields:\n          title: {selector}\n";

    private RemoteTrawlClient Open(string user) => new(new RemoteOptions { Server = fixture.Server.Address, Token = fixture.TokenOf(user) });
}
