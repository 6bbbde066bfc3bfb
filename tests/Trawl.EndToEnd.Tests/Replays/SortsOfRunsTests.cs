using System.Text.Json;
using Trawl.Demo;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>Every sort of run is replayed with its site gone: the same journal, the same dataset.</summary>
public sealed class SortsOfRunsTests : IDisposable
{
    private const string Maps = """
        name: maps
        start: [{ sitemap: "${site}/sitemap.xml" }, { sitemap: "${site}/sitemap.xml", include: "/blog/**" }]
        fetch: { delay: 0 ms, concurrency: 8, perHost: 8, retryDelay: 20 ms }
        pages:
          product: { url: /p/**, extract: { product: { fields: { sku: "[itemprop=sku]", title: h1 } } } }
        records: { product: { key: sku } }
        outputs: [jsonl, csv]
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("CommitDone:3", "CommitHalfway:3")]
    [InlineData("CommitDone:2", "CommitDone:2", "OutcomeQueued:20")]
    public async Task SitemapsThatWereBrokenOff(params string[] deaths)
    {
        await using (var shop = await ShopAsync())
        {
            foreach (var death in deaths)
            {
                using var killed = Run(Maps, shop.BaseUrl, death, "--key", "k");
                Assert.True(killed.ExitCode == 137, killed.Talk);
            }

            using var last = Run(Maps, shop.BaseUrl, null, "--key", "k");
            Assert.True(last.ExitCode == 0, last.Talk);
        }

        var books = new RunBooks(Home);
        Assert.True(int.Parse(books.Query("SELECT CAST(count(*) AS TEXT) FROM journal WHERE kind = 11").Single(), System.Globalization.CultureInfo.InvariantCulture) > 2);
        ReplayedRun.AssertSame(Home);
    }

    [Fact]
    public async Task ARunThatFoundDrift()
    {
        await using (var shop = await ShopAsync())
        {
            using var first = Run(DemoShop.Pipeline, shop.BaseUrl, null);
            Assert.True(first.ExitCode == 0, first.Talk);
        }

        string run;
        await using (var shop = await ShopAsync(redesigned: true))
        {
            using var second = Run(DemoShop.Pipeline, shop.BaseUrl, null);
            Assert.True(second.ExitCode == 7, second.Talk);
            run = JsonDocument.Parse(second.Out).RootElement.GetProperty("runId").GetString()!;
        }

        using var replay = TrawlProcess.Run(["replay", run, "--check", "--json", "--home", Home]);
        ReplayedRun.AssertSame(replay);
    }

    [Theory]
    [InlineData]
    [InlineData("--all")]
    public async Task ARunOverArchives(params string[] more)
    {
        await using var shop = await ShopAsync();
        using (var live = TrawlProcess.Run(["run", Written(DemoShop.Pipeline), "--home", _scratch.PathOf("live"), "--json", "--set", $"site={shop.BaseUrl}"]))
        {
            Assert.True(live.ExitCode == 0, live.Talk);
        }

        await shop.DisposeAsync();
        string[] from = ["--from", Path.Combine(new RunBooks(_scratch.PathOf("live")).Folder, "capture"), "--key", "k", .. more];
        using var killed = Run(DemoShop.Pipeline, shop.BaseUrl, "OutcomeQueued:30", from);
        Assert.Equal(137, killed.ExitCode);
        using var run = Run(DemoShop.Pipeline, shop.BaseUrl, null, from);
        Assert.True(run.ExitCode == 0, run.Talk);
        // Replays read the run's own capture.
        Directory.Delete(_scratch.PathOf("live"), recursive: true);

        ReplayedRun.AssertSame(Home);
        using var changed = TrawlProcess.Run(
            ["replay", "last", "--with", Written(DemoShop.Pipeline), "--set", $"site={shop.BaseUrl}", "--json", "--home", Home]);
        Assert.True(changed.ExitCode == 0, changed.Talk);
        Assert.Equal(0, JsonDocument.Parse(changed.Out).RootElement.GetProperty("records").GetArrayLength());
    }

    private string Home => _scratch.PathOf("home");

    private static Task<DemoShop> ShopAsync(bool redesigned = false) =>
        DemoShop.StartAsync(new DemoShopOptions { Products = 80, Articles = 8, Redesigned = redesigned });

    private TrawlProcess Run(string pipeline, string site, string? crashAt, params string[] more) =>
        TrawlProcess.Run(["run", Written(pipeline), "--home", Home, "--json", "--set", $"site={site}", .. more], crashAt);

    private string Written(string pipeline)
    {
        var file = _scratch.PathOf("pipeline.yaml");
        File.WriteAllText(file, pipeline);
        return file;
    }
}
