using System.Text.Json;
using Trawl.Api.Replaying;
using Trawl.Enrich.Tests.Support;
using Trawl.Model.Errors;
using Trawl.Model.Runs;

namespace Trawl.Enrich.Tests.Tools;

/// <summary>Steps that call tools of a program, npm's server-everything.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private const int Pages = 8;
    private readonly Workshop _shop = new();
    private NumberSite _site = null!;

    private string Log => _shop.PathOf("asked.log");

    public async Task InitializeAsync() => _site = await NumberSite.StartAsync(Pages);

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [Fact]
    public async Task Called_TheFieldsAreFilledIn_AndTheReplayAsksNobody()
    {
        var run = await _shop.RunAsync(Pipeline("[get-sum, get-structured-content]", """
                  - { call: every/get-sum, arguments: { a: "{n}", b: 100 }, fields: { text: text } }
                  - { call: every/get-structured-content, arguments: { location: Chicago }, fields: { temperature: integer, sky: { path: $.conditions } } }
            """));

        Assert.True(run.Run.State == RunState.Completed, run.Run.Reason);
        var records = _shop.Records(run.Run.RunId).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal("""{"n":1,"text":"The sum of 1 and 100 is 101.","temperature":36,"sky":"Light rain / drizzle"}""", records[0]);
        Assert.Equal(Pages, records.Length);
        // One call of each tool a page: the same question on another page is another question.
        Assert.Equal(2 * Pages, Everything.Calls(Log));
        var lines = File.ReadAllLines(Log).Length;

        foreach (var concurrency in new[] { 1, 16 })
            Assert.Equal(ReplayVerdict.Same, (await _shop.ReplayAsync(run.Run.RunId, concurrency)).Verdict);
        // Not so much as a greeting: no server was started.
        Assert.Equal(lines, File.ReadAllLines(Log).Length);
    }

    [Fact]
    public async Task ReplayWithoutTheRecord_SaysWhatIsMissing()
    {
        var run = await _shop.RunAsync(Pipeline("[get-sum]", Sum));
        File.Delete(Path.Combine(_shop.FolderOf(run.Run.RunId), "plugins", "answers.db"));
        var replay = await _shop.ReplayAsync(run.Run.RunId);
        Assert.Equal(ReplayVerdict.Incomplete, replay.Verdict);
        Assert.Contains(replay.Missing, missing => missing.StartsWith("every/get-sum {\"a\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Budget_WhatIsBeyondFailsByItsCode_AndSoDoesTheReplay()
    {
        var run = await _shop.RunAsync(Pipeline("[get-sum]", Sum, "budget: { calls: 3 }"));
        Assert.Equal(3, Everything.Calls(Log));
        Assert.Equal(3, run.Records["number"]);
        Assert.Equal(Pages - 3, run.Run.Requests.Failed);
        Assert.All(run.Problems, group => Assert.Equal(ErrorCode.AnswerBudget, group.Code));
        Assert.Equal(ReplayVerdict.Same, (await _shop.ReplayAsync(run.Run.RunId)).Verdict);
    }

    [Fact]
    public async Task Late_TheCallIsGivenUpAndThePageFails()
    {
        var run = await _shop.RunAsync(Pipeline("[trigger-long-running-operation]",
            "      - { call: every/trigger-long-running-operation, arguments: { duration: 60, steps: 1 }, fields: { text: text } }", "timeout: 300 ms"));
        Assert.Equal(Pages, run.Run.Requests.Failed);
        Assert.All(run.Problems, group => Assert.Equal(ErrorCode.ToolTimeout, group.Code));
        Assert.Equal(ReplayVerdict.Same, (await _shop.ReplayAsync(run.Run.RunId)).Verdict);
    }

    [Fact]
    public async Task TooLong_ThePageFails()
    {
        var run = await _shop.RunAsync(Pipeline("[get-tiny-image, echo]",
            "      - { call: every/echo, arguments: { message: \"a text of more than thirty bytes\" }, fields: { text: text } }", "maxAnswer: 30 B"));
        Assert.All(run.Problems, group => Assert.Equal(ErrorCode.ToolAnswer, group.Code));
        Assert.Equal(Pages, run.Run.Requests.Failed);
    }

    /// <summary>The tool finds its arguments wrong and says so: that is the record's fault, not the page's.</summary>
    [Fact]
    public async Task ToolSaysNo_TheRecordIsQuarantined()
    {
        var run = await _shop.RunAsync(Pipeline("[get-sum]", "      - { call: every/get-sum, arguments: { a: \"{n}\" }, fields: { text: text } }"));
        Assert.Equal(RunState.Completed, run.Run.State);
        Assert.Equal(Pages, run.Quarantined["number"]);
        Assert.Equal(ReplayVerdict.Same, (await _shop.ReplayAsync(run.Run.RunId)).Verdict);
    }

    [Fact]
    public async Task NotThere_TheRunStopsWithTheReason_AndGoesOnWhenItIs()
    {
        var yaml = Workshop.Pipeline(_site.BaseUrl, "tools: { every: { command: [\"./server\", \"" + Everything.Folder + "/index.js\", stdio], allow: [get-sum] } }", Sum);
        var stopped = await _shop.RunAsync(yaml);
        Assert.Equal(RunState.Interrupted, stopped.Run.State);
        Assert.Contains("\"./server\" is neither in", stopped.Run.Reason, StringComparison.Ordinal);

        File.CreateSymbolicLink(_shop.PathOf("server"), Everything.Node);
        await _shop.Client.ResumeRunAsync(new Api.Runs.ResumeRunRequest(stopped.Run.RunId), CancellationToken.None);
        var run = await _shop.EndAsync(stopped.Run.RunId);
        Assert.True(run.Run.State == RunState.Completed, run.Run.Reason);
        Assert.Equal(Pages, run.Records["number"]);
    }

    /// <summary>The server prints its environment: our own is not in it, and a secret that is comes out as a mark.</summary>
    [Fact]
    public async Task Environment_OnlyWhatIsGiven_AndNoSecretIsKept()
    {
        Environment.SetEnvironmentVariable("TRAWL_TEST_CANARY", "a bird");
        var run = await _shop.RunAsync(
            Pipeline("[get-env]", "      - { call: every/get-env, fields: { home: { path: $.HOME }, key: { path: $.KEY }, canary: { path: $.TRAWL_TEST_CANARY } } }", "secrets: [KEY]"),
            ("KEY", "very \"secret\" & quoted"));
        Assert.True(run.Run.State == RunState.Completed, run.Run.Reason);
        var record = JsonDocument.Parse(_shop.Records(run.Run.RunId)[0]).RootElement;
        Assert.Equal("[redacted]", record.GetProperty("key").GetString());
        Assert.Equal(JsonValueKind.Null, record.GetProperty("canary").ValueKind);
        Assert.StartsWith(_shop.FolderOf(run.Run.RunId), record.GetProperty("home").GetString(), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_shop.FolderOf(run.Run.RunId), "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("very ", await ReadAsync(file), StringComparison.Ordinal);
    }

    private const string Sum = "      - { call: every/get-sum, arguments: { a: \"{n}\", b: 100 }, fields: { text: text } }";

    private string Pipeline(string allow, string steps, string more = "") => Workshop.Pipeline(
        _site.BaseUrl, $"tools: {{ every: {{ command: {Everything.Logged(Log)}, allow: {allow}{(more.Length > 0 ? ", " + more : "")} }} }}", steps);

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
