using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Model.Runs;

namespace Trawl.Server.Tests.Assistants;

/// <summary>A pipeline whose step calls a tool of a Trawl server, by Streamable HTTP and by WebSocket.</summary>
public sealed class OwnToolsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("http", "mcp")]
    [InlineData("ws", "mcp/ws")]
    public async Task AStepCallsThem(string scheme, string path)
    {
        var address = fixture.Server.Address;
        var started = await fixture.Local.StartRunAsync(
            new StartRunRequest
            {
                Pipeline = new PipelineSource
                {
                    Text = $$"""
                        name: own-{{scheme}}
                        start: {{address}}health/live
                        tools: { own: { url: "{{scheme}}://127.0.0.1:{{address.Port}}/{{path}}", headers: { Authorization: "Bearer ${env:TOKEN}" }, allow: list_runs } }
                        pages: { all: { extract: { page: { fields: { url: { from: url } } } } } }
                        records: { page: { steps: [{ call: own/list_runs, arguments: { limit: 1 }, fields: { runs: json } }] } }
                        fetch: { robots: ignore }
                        """,
                    Path = "/own.yaml",
                    Environment = new Dictionary<string, string> { ["TOKEN"] = fixture.TokenOf("admin") },
                },
            },
            CancellationToken.None);
        Assert.True(started.TryGet(out var run, out var error), $"{error?.Message} {string.Join('\n', error?.Diagnostics ?? [])}");
        await foreach (var _ in fixture.Local.FollowRunAsync(new FollowRunRequest(run.RunId), CancellationToken.None))
        {
            // It ends when the run does.
        }

        var details = (await fixture.Local.ShowRunAsync(new ShowRunRequest(run.RunId), CancellationToken.None)).Value;
        Assert.True(details.Run.State == RunState.Completed, details.Run.Reason);
        Assert.Equal(1, details.Records["page"]);
        var dataset = await File.ReadAllTextAsync(Path.Combine(details.Folder, "datasets", "page.jsonl"));
        Assert.Contains("\"runs\":[{", dataset, StringComparison.Ordinal);
    }
}
