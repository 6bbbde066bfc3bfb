using System.Text.Json;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Processes;

[Collection(BenchCollection.Name)]
public sealed class JsonTests(Bench bench)
{
    [Fact]
    public async Task EveryCommand_PrintsExactlyOneDocument()
    {
        var home = bench.NewHome();
        var run = await bench.RunAsync(home, "--json");
        Assert.Equal(0, run.Code);
        var runId = run.Json.GetProperty("runId").GetString()!;
        Assert.Equal("completed", run.Json.GetProperty("state").GetString());
        Assert.True(run.Json.GetProperty("requests").GetProperty("done").GetInt64() > 60);
        Assert.True(run.Json.GetProperty("requests").TryGetProperty("failed", out _));
        Assert.True(run.Json.GetProperty("requests").TryGetProperty("skipped", out _));
        Assert.True(run.Json.GetProperty("records").GetProperty("product").GetInt64() > 50);
        Assert.True(File.Exists(run.Json.GetProperty("outputs")[0].GetString()));

        string[][] commands =
        [
            ["runs"], ["show", runId], ["show", "last", "--requests", "--limit", "3"], ["show", runId, "--records"],
            ["show", runId, "--quarantine"], ["show", runId, "--hosts"], ["capture", runId, "--verify"], ["capture", runId, "--wacz", "out.wacz"], ["explain", runId, bench.Site + "/"],
            ["export", runId, "--to", "out.csv"], ["resume", runId], ["cancel", runId], ["validate", "bench.yaml", "--set", "site=http://x.test"],
            ["config"], ["doctor", "--deep"], ["version"], ["schema"], ["init", bench.Site + "/"],
        ];
        foreach (var command in commands)
        {
            var ended = await Exe.RunAsync(home, [.. command, "--json"]);
            Assert.True(ended.Code == 0, $"{string.Join(' ', command)} gave {ended.Code}: {ended.Talk}");
            Assert.Equal(JsonValueKind.Object, ended.Json.ValueKind);
        }
    }

    [Theory]
    [InlineData(2, "show", "nope")]
    [InlineData(2, "show", "last")]
    [InlineData(2, "run", "missing.yaml")]
    [InlineData(2, "run", "wrong.yaml")]
    [InlineData(2, "runs", "--color", "pink")]
    [InlineData(6, "init", "http://127.0.0.1:1/")]
    public async Task Refusal_IsOneDocumentToo(int code, params string[] arguments)
    {
        var home = bench.NewHome();
        await File.WriteAllTextAsync(Path.Combine(home, "wrong.yaml"), "name: x\nstart: nope\n");
        var ended = await Exe.RunAsync(home, [.. arguments, "--json"]);

        Assert.Equal(code, ended.Code);
        Assert.NotEmpty(ended.Json.GetProperty("error").GetProperty("message").GetString()!);
        Assert.StartsWith(arguments.Contains("wrong.yaml") ? "wrong.yaml:" : "error:", ended.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_EndsWithOneDocument()
    {
        var ended = await Exe.RunAsync(bench.NewHome(), "demo", "--products", "60", "--json");

        Assert.Equal(0, ended.Code);
        Assert.Equal("completed", ended.Json.GetProperty("state").GetString());
    }
}
