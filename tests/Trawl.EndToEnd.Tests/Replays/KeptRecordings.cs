using System.IO.Compression;
using Trawl.Demo;
using Trawl.EndToEnd.Tests.Secrets;
using Trawl.EndToEnd.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>
/// Makes recordings to keep, with the program as it is: <c>TRAWL_RECORD=folder</c> names where. Those of a release are made once
/// and never again; see the README beside them.
/// </summary>
public sealed class KeptRecordings
{
    private const string Variable = "TRAWL_RECORD";

    private const string Maps = """
        name: maps
        start: [{ sitemap: "${site}/sitemap.xml" }]
        scope: { budget: { pages: 30 } }
        fetch: { delay: 0 ms, concurrency: 4, perHost: 4, retryDelay: 20 ms }
        pages:
          product: { url: /p/**, extract: { product: { fields: { sku: "[itemprop=sku]", title: h1 } } } }
        records: { product: { key: sku } }
        outputs: [jsonl]
        """;

    /// <summary>Folder of the recordings by release.</summary>
    internal static string Folder(string release) => Repository.PathOf("tests", "fixtures", "recordings", release);

    [Fact]
    public async Task MakeThem()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } work)
        {
            return;
        }

        Directory.CreateDirectory(work);
        await File.WriteAllTextAsync(Path.Combine(work, "shop.yaml"), DemoShop.Pipeline);
        await File.WriteAllTextAsync(Path.Combine(work, "maps.yaml"), Maps);
        await File.WriteAllTextAsync(Path.Combine(work, "secrets.yaml"), CanaryTests.Pipeline);
        await using (var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 24, Articles = 4 }))
        {
            // Troubles, retries, redirects, robots.txt, three outputs; killed twice.
            Run(work, "shop", shop.BaseUrl, "shop", "CommitHalfway:6");
            Run(work, "shop", shop.BaseUrl, "shop", "CaptureFlushed:5");
            Run(work, "shop", shop.BaseUrl, "shop", null);
            // A sitemap index with a gzip part, broken off; a budget that is reached.
            Run(work, "maps", shop.BaseUrl, "maps", "CommitDone:3");
            Run(work, "maps", shop.BaseUrl, "maps", null);
            // Another run's archive from end to end.
            var capture = Path.Combine(new RunBooks(Path.Combine(work, "shop")).Folder, "capture");
            Run(work, "archive", shop.BaseUrl, "shop", null, "--from", capture, "--all");
        }

        await using (var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 24, Articles = 4, Redesigned = true }))
        {
            // The verdict on this one is drift.
            Run(work, "shop", shop.BaseUrl, "shop", null, "--key", "drift");
        }

        await using (var site = await SecretSite.StartAsync())
        {
            Run(work, "secrets", site.BaseUrl, "secrets", null);
        }

        foreach (var home in new[] { "shop", "maps", "archive", "secrets" })
        {
            Pack(Path.Combine(work, home), Path.Combine(work, home + ".zip"));
        }
    }

    private static void Run(string work, string home, string site, string pipeline, string? crashAt, params string[] more)
    {
        using var run = TrawlProcess.Run(
            ["run", Path.Combine(work, pipeline + ".yaml"), "--home", Path.Combine(work, home), "--json", "--set", $"site={site}", .. (more.Contains("--key") ? [] : (string[])["--key", "kept"]), .. more],
            crashAt, ("CANARY", Canaries.Authorization));
        Assert.True(run.ExitCode is 0 or 1 or 7 or 137, run.Talk);
    }

    /// <summary>What a replay reads: books, capture, lists of pages, keys.</summary>
    private static void Pack(string home, string file)
    {
        File.Delete(file);
        using var zip = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (var (name, _) in Scratch.Files(home).Where(f => IsRead(f.Key)))
        {
            zip.CreateEntryFromFile(Path.Combine(home, name), name, CompressionLevel.SmallestSize);
        }
    }

    private static bool IsRead(string name) =>
        name.EndsWith("run.db", StringComparison.Ordinal) || name.EndsWith("run.db-wal", StringComparison.Ordinal)
        || name.Contains("/capture/", StringComparison.Ordinal) || name.EndsWith("/pages.txt", StringComparison.Ordinal)
        || name == "keys/seal.key";
}
