using Trawl.Demo;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Crashes;

/// <summary>The delay between two requests holds across kills. It is longer than the start-up, or nothing would be tested.</summary>
public sealed class PolitenessTests : IAsyncLifetime
{
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(4);
    private readonly Scratch _scratch = new();
    private DemoShop _shop = null!;

    public async Task InitializeAsync() => _shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 20, Troubles = false });

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public void KilledRightAfterEachRequest_TheDelayHolds()
    {
        File.WriteAllText(_scratch.PathOf("polite.yaml"), $$"""
            start: ["{{_shop.BaseUrl}}/"]
            scope: { budget: { pages: 4 } }
            fetch: { delay: 4 s, perHost: 4, contact: tests@trawl.invalid }
            pages:
              all: { follow: a, extract: { page: { fields: { title: h1 } } } }
            """);
        for (var life = 0; life < 4; life++)
        {
            using var trawl = Start();
            var seen = _shop.Hits.Total;
            Assert.True(SpinWait.SpinUntil(() => _shop.Hits.Total > seen || trawl.HasExited, TimeSpan.FromSeconds(30)), trawl.Talk);
            trawl.Kill();
        }

        using var last = Start();
        last.WaitForExit(TimeSpan.FromMinutes(1));
        var arrivals = _shop.Hits.Arrivals(new Uri(_shop.BaseUrl).Authority).Order().ToArray();
        Assert.True(arrivals.Length >= 6, $"only {arrivals.Length} requests came: {last.Talk}");

        // Arrival is later than sending, and more so when process and machine are cold or busy: half is allowed, which is
        // still longer than a start-up, so that an engine that forgot the delay would be seen.
        Assert.All(arrivals.Zip(arrivals.Skip(1)), pair => Assert.True(
            pair.Second - pair.First > s_delay * 0.5, $"two requests {(pair.Second - pair.First).TotalMilliseconds} ms apart"));
    }

    private TrawlProcess Start() =>
        TrawlProcess.Start(["run", _scratch.PathOf("polite.yaml"), "--home", _scratch.PathOf("home"), "--key", "polite", "--json"]);
}
