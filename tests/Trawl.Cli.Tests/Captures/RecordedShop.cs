using Trawl.Cli.Tests.Support;
using Trawl.Demo;

namespace Trawl.Cli.Tests.Captures;

/// <summary>A run over a shop that is closed by the time the tests look at what was recorded.</summary>
public sealed class RecordedShop : IAsyncLifetime
{
    public string Home { get; } = Directory.CreateTempSubdirectory("trawl-capture-").FullName;

    public string Site { get; private set; } = "";

    public string RunId { get; private set; } = "";

    public string CaptureFolder => Path.Combine(Home, "runs", RunId, "capture");

    public async Task InitializeAsync()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 30 });
        Site = shop.BaseUrl;
        await File.WriteAllTextAsync(Path.Combine(Home, "bench.yaml"), Bench.Pipeline);
        var run = await Exe.RunAsync(Home, "run", "bench.yaml", "--set", $"site={Site}", "--json");
        Assert.True(run.Code == 0, run.Talk);
        RunId = run.Json.GetProperty("runId").GetString()!;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Home, recursive: true);
        return Task.CompletedTask;
    }
}
