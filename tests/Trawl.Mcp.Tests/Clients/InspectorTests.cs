using Trawl.Mcp.Tools;

namespace Trawl.Mcp.Tests.Clients;

/// <summary>The inspector lists and calls every tool: of a real "trawl mcp", and of a server by HTTP.</summary>
public sealed class InspectorTests(Assistant assistant) : IClassFixture<Assistant>
{
    /// <summary>Each is a process of node's and, over stdio, one of ours.</summary>
    private static readonly ParallelOptions s_together = new() { MaxDegreeOfParallelism = 3 };

    [Theory]
    [InlineData("stdio", "modern")]
    [InlineData("stdio", "legacy")]
    [InlineData("http", "modern")]
    [InlineData("http", "legacy")]
    public async Task EverySchemaIsPortable(string transport, string era)
    {
        await using var target = await InspectorTarget.OpenAsync(assistant, transport, era);
        var (code, output, errors) = await Inspector.RunAsync(["--strict", "--method", "tools/list", .. target.Arguments]);
        Assert.True(code == 0, errors);
        Assert.All(ToolTable.All, t => Assert.Contains($"\"{t.Name}\"", output, StringComparison.Ordinal));
        Assert.Contains("0 errors", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stdio", "modern")]
    [InlineData("http", "legacy")]
    public async Task EveryToolIsCalled(string transport, string era)
    {
        var captured = await assistant.CallAsync("capture_page", new { url = $"{assistant.Shop.BaseUrl}/", waitSeconds = 45 });
        var rows = await assistant.CallAsync("query_records", new { run = assistant.RunId, limit = 1 });
        var calls = Calls(captured.GetProperty("run").GetProperty("runId").GetString()!, $"#{rows.GetProperty("records")[0].GetProperty("id").GetInt64()}");
        Assert.Equal(ToolTable.All.Select(t => t.Name).Order(), calls.Keys.Order());
        await using var target = await InspectorTarget.OpenAsync(assistant, transport, era);
        await Parallel.ForEachAsync(calls, s_together, async (call, _) =>
        {
            var arguments = call.Value.SelectMany(a => new[] { "--tool-arg", a });
            var answer = await Inspector.AskAsync(["--tool-name", call.Key, .. arguments, "--method", "tools/call", .. target.Arguments]);
            Assert.True(!answer.TryGetProperty("isError", out var failed) || !failed.GetBoolean(), $"{call.Key}: {answer}");
            Assert.True(answer.TryGetProperty("structuredContent", out var _), call.Key);
        });
    }

    [Fact]
    public async Task ResourcesAndPromptsAreThere()
    {
        await using var target = await InspectorTarget.OpenAsync(assistant, "http", "modern");
        var resources = await Inspector.AskAsync(["--method", "resources/list", .. target.Arguments]);
        Assert.Contains(resources.GetProperty("resources").EnumerateArray(), r => r.GetProperty("uri").GetString() == $"trawl://runs/{assistant.RunId}");
        var journal = await Inspector.AskAsync(["--uri", $"trawl://runs/{assistant.RunId}/journal", "--method", "resources/read", .. target.Arguments]);
        Assert.Contains("runAccepted", journal.GetProperty("contents")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var prompts = await Inspector.AskAsync(["--method", "prompts/list", .. target.Arguments]);
        Assert.Equal(3, prompts.GetProperty("prompts").GetArrayLength());
    }

    private Dictionary<string, string[]> Calls(string captured, string record)
    {
        var (run, page) = ($"run={captured}", $"url={assistant.Shop.BaseUrl}/");
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
