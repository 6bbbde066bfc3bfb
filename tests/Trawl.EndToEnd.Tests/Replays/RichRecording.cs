using Trawl.Demo;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>A run over a shop with troubles, killed once on the way; its shop is closed.</summary>
public sealed class RichRecording : IAsyncLifetime
{
    private readonly Scratch _scratch = new();

    public string Home => _scratch.PathOf("home");

    public string PathOf(string name) => _scratch.PathOf(name);

    public async Task InitializeAsync()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 60, Articles = 8 });
        var file = _scratch.PathOf("shop.yaml");
        await File.WriteAllTextAsync(file, DemoShop.Pipeline);
        string[] run = ["run", file, "--home", Home, "--key", "k", "--json", "--set", $"site={shop.BaseUrl}"];
        using var killed = TrawlProcess.Run(run, "CommitHalfway:6");
        Assert.True(killed.ExitCode == 137, killed.Talk);
        using var resumed = TrawlProcess.Run(run);
        Assert.True(resumed.ExitCode == 0, resumed.Talk);
    }

    public Task DisposeAsync()
    {
        _scratch.Dispose();
        return Task.CompletedTask;
    }
}
