using System.Text.Json;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Processes;

/// <summary>Schedules carried out by real processes, and those killed.</summary>
[Collection(BenchCollection.Name)]
public sealed class ScheduleTests(Bench bench)
{
    [Fact]
    public async Task KilledAgainAndAgain_EachDueTimeHasOneLineAndEachLineOneRun()
    {
        var home = bench.NewHome();
        string[] set = ["--set", $"site={bench.Site}"];
        Assert.Equal(0, (await Exe.RunAsync(home, ["schedule", "add", "bench.yaml", "--every", "1s", "--missed", "all", "--overlap", "queue", .. set])).Code);
        Assert.Equal(0, (await Exe.RunAsync(home, ["schedule", "add", "bench.yaml", "--name", "next", "--after", "bench", "--overlap", "queue", .. set])).Code);
        for (var kill = 1; kill <= 4; kill++)
        {
            using var up = Exe.Start(home, ["up", "--listen", "127.0.0.1:0"]);
            await up.FirstLineAsync();
            await UntilAsync(home, lines => lines.Count(l => l.TryGetProperty("runId", out _)) >= kill * 2);
            up.Signal("KILL");
            await up.EndAsync();
        }

        Assert.Equal(0, (await Exe.RunAsync(home, "schedule", "pause", "bench")).Code);
        using var last = Exe.Start(home, ["up", "--listen", "127.0.0.1:0"]);
        var history = await UntilAsync(home, lines => lines.All(l => l.GetProperty("state").GetString() is "ended" or "skipped"));
        last.Signal("TERM");
        Assert.Equal(0, (await last.EndAsync()).Code);

        var started = history.Where(l => l.TryGetProperty("runId", out _)).Select(l => l.GetProperty("runId").GetString()!).ToList();
        Assert.Equal(started.Distinct().Order(), Directory.EnumerateDirectories(Path.Combine(home, "runs")).Select(Path.GetFileName).Order());
        Assert.All(history.Where(l => l.TryGetProperty("outcome", out _)), l => Assert.Equal("completed", l.GetProperty("outcome").GetString()));
        var due = history.Where(l => l.GetProperty("schedule").GetString() == "bench").Select(l => l.GetProperty("due").GetDateTimeOffset()).Order().ToList();
        Assert.All(due.Zip(due.Skip(1)), pair => Assert.Equal(TimeSpan.FromSeconds(1), pair.Second - pair.First));
        Assert.Equal(
            history.Count(l => l.GetProperty("schedule").GetString() == "bench" && l.TryGetProperty("outcome", out _)),
            history.Count(l => l.GetProperty("schedule").GetString() == "next"));
    }

    [Theory]
    [InlineData("--cron", "61 * * * *", "column 1")]
    [InlineData("--every", "soon", "15m")]
    [InlineData("--at", "2001-01-01", "has been")]
    [InlineData("--after", "nobody", "no schedule \"nobody\"")]
    public async Task AWrongScheduleIsRefusedWithItsPlace(string option, string value, string named)
    {
        var refused = await Exe.RunAsync(bench.NewHome(), "schedule", "add", "bench.yaml", option, value, "--set", $"site={bench.Site}");
        Assert.Equal(2, refused.Code);
        Assert.Contains(named, refused.Talk, StringComparison.Ordinal);
    }

    private static async Task<List<JsonElement>> UntilAsync(string home, Func<List<JsonElement>, bool> isEnough)
    {
        while (true)
        {
            var shown = await Exe.RunAsync(home, "schedule", "history", "--limit", "1000", "--json");
            List<JsonElement> lines = [.. shown.Json.EnumerateArray()];
            if (isEnough(lines))
            {
                return lines;
            }
        }
    }
}
