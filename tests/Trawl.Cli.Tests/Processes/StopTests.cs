using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Processes;

[Collection(BenchCollection.Name)]
public sealed class StopTests(Bench bench)
{
    [Theory]
    [InlineData("INT", 1)]
    [InlineData("TERM", 1)]
    [InlineData("INT", 2)]
    public async Task Stopped_ThenResumed_TheDatasetIsThatOfAnUninterruptedRun(string signal, int times)
    {
        var whole = await bench.RunAsync(bench.NewHome(), "--json");
        var home = bench.NewHome();
        Exe.Finished stopped;
        using (var exe = bench.StartRun(home, "--json"))
        {
            await SomeHitsAsync();
            for (var i = 0; i < times; i++)
            {
                exe.Signal(signal);
                await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
            }

            stopped = await exe.EndAsync();
        }

        var resumed = await Exe.RunAsync(home, "resume", "last", "--json");

        Assert.Equal((5, "interrupted"), (stopped.Code, stopped.Json.GetProperty("state").GetString()));
        Assert.Contains("resume " + stopped.Json.GetProperty("runId").GetString(), stopped.Json.GetProperty("resumeCommand").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, resumed.Code);
        Assert.Equal(
            await File.ReadAllTextAsync(whole.Json.GetProperty("outputs")[0].GetString()!),
            await File.ReadAllTextAsync(resumed.Json.GetProperty("outputs")[0].GetString()!));
    }

    private async Task SomeHitsAsync()
    {
        var before = bench.Shop.Hits.Total;
        while (bench.Shop.Hits.Total < before + 10)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
