using Trawl.Mcp.Tools;

namespace Trawl.Mcp.Tests.Clients;

/// <summary>The inspector lists and calls every tool of a real "trawl mcp".</summary>
public sealed class InspectorTests(Assistant assistant) : IClassFixture<Assistant>
{
    [Fact]
    public async Task EverySchemaIsPortable()
    {
        var (code, output, errors) = await Inspector.RunAsync(["--strict", "--method", "tools/list", .. Server]);
        Assert.True(code == 0, errors);
        Assert.All(ToolTable.All, t => Assert.Contains($"\"{t.Name}\"", output, StringComparison.Ordinal));
        Assert.Contains("0 errors", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryToolIsCalled()
    {
        var rows = await assistant.CallAsync("query_records", new { run = assistant.RunId, limit = 1 });
        var calls = Calls($"#{rows.GetProperty("records")[0].GetProperty("id").GetInt64()}");
        Assert.Equal(ToolTable.All.Select(t => t.Name).Order(), calls.Keys.Order());
        foreach (var (tool, arguments) in calls)
        {
            var answer = await Inspector.AskAsync(["--tool-name", tool, .. arguments.SelectMany(a => new[] { "--tool-arg", a }), "--method", "tools/call", .. Server]);
            Assert.True(!answer.TryGetProperty("isError", out var failed) || !failed.GetBoolean(), $"{tool}: {answer}");
            Assert.True(answer.TryGetProperty("structuredContent", out _), tool);
        }
    }

    [Fact]
    public async Task ResourcesAndPromptsAreThere()
    {
        var resources = await Inspector.AskAsync(["--method", "resources/list", .. Server]);
        Assert.Contains(resources.GetProperty("resources").EnumerateArray(), r => r.GetProperty("uri").GetString() == $"trawl://runs/{assistant.RunId}");
        var journal = await Inspector.AskAsync(["--uri", $"trawl://runs/{assistant.RunId}/journal", "--method", "resources/read", .. Server]);
        Assert.Contains("runAccepted", journal.GetProperty("contents")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var prompts = await Inspector.AskAsync(["--method", "prompts/list", .. Server]);
        Assert.Equal(3, prompts.GetProperty("prompts").GetArrayLength());
    }

    private string[] Server => [Assistant.Trawl, "mcp", "--home", assistant.Home, "--private-addresses"];

    private Dictionary<string, string[]> Calls(string record)
    {
        var (run, page) = ("run=last", $"url={assistant.Shop.BaseUrl}/");
        var pipeline = $"text=start: {assistant.Shop.BaseUrl}/";
        return new Dictionary<string, string[]>
        {
            ["capture_page"] = [page],
            ["read_page"] = [run, page],
            ["test_selector"] = [run, page, "selector=nav a"],
            ["read_reference"] = ["topic=scope"],
            ["validate_pipeline"] = [pipeline],
            ["run_pipeline"] = [pipeline, "maxPages=1", "waitSeconds=30"],
            ["get_run"] = [run],
            ["list_runs"] = ["limit=2"],
            ["resume_run"] = [run],
            ["stop_run"] = [run, "mode=stop"],
            ["describe_records"] = [$"run={assistant.RunId}"],
            ["query_records"] = [$"run={assistant.RunId}", "limit=2"],
            ["explain_record"] = [$"run={assistant.RunId}", $"record={record}"],
            ["list_requests"] = [run, "limit=2"],
            ["explain_url"] = [run, page],
            ["inspect_failure"] = [run],
            ["replay_run"] = [$"run={assistant.RunId}"],
        };
    }
}
