using Trawl.Demo;

namespace Trawl.Cli.Tests.Support;

/// <summary>A home, a working pipeline and the demo shop in this process to run it against.</summary>
public sealed class Bench : IAsyncLifetime
{
    public const string Pipeline = """
        name: bench
        start: ${site}/
        fetch: { delay: 0 ms, perHost: 8, concurrency: 8, retryDelay: 50 ms }
        scope: { exclude: ["re:[?&]sort="] }
        pages:
          everywhere:
            contentType: text/html
            follow: [nav a, .listing a.product, { css: "a[rel=next]", pagination: true }]
          product:
            url: /p/**
            extract:
              product:
                fields:
                  sku: { css: "[itemprop=sku]", required: true }
                  price: { css: .price, type: decimal, locale: en-GB, required: true }
        records: { product: { key: sku } }
        outputs: [jsonl]
        """;

    private readonly List<string> _folders = [];

    public DemoShop Shop { get; private set; } = null!;

    public string Site => Shop.BaseUrl;

    public async Task InitializeAsync() => Shop = await DemoShop.StartAsync(new DemoShopOptions
    {
        Products = 60,
        Latency = TimeSpan.FromMilliseconds(5),
    });

    public async Task DisposeAsync()
    {
        await Shop.DisposeAsync();
        foreach (var folder in _folders)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A new home with the pipeline in it.</summary>
    public string NewHome()
    {
        var home = Directory.CreateTempSubdirectory("trawl-cli-").FullName;
        _folders.Add(home);
        File.WriteAllText(Path.Combine(home, "bench.yaml"), Pipeline);
        return home;
    }

    /// <summary>As <see cref="NewHome"/>, for runs that must not be over before a second process has come.</summary>
    public string NewSlowHome()
    {
        var home = NewHome();
        File.WriteAllText(Path.Combine(home, "bench.yaml"), Pipeline.Replace("delay: 0 ms", "delay: 50 ms, adaptive: false", StringComparison.Ordinal));
        return home;
    }

    internal Task<Exe.Finished> RunAsync(string home, params string[] more) =>
        Exe.RunAsync(home, ["run", "bench.yaml", "--set", $"site={Site}", .. more]);

    internal Exe StartRun(string home, params string[] more) =>
        Exe.Start(home, ["run", "bench.yaml", "--set", $"site={Site}", .. more]);
}
