using System.Text.Json;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Hosting;
using Trawl.Model.Runs;
using Trawl.Pipelines;
using Trawl.Samples.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests;

/// <summary>Every pipeline of <c>samples/</c> compiles without a finding, and gives what its site holds.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("samples"), "*.yaml").Select(path => Path.GetFileName(path))];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void CompilesWithoutAFinding(string file)
    {
        var result = Compile(file, "http://127.0.0.1:8080");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), result.Plan!.Name);
    }

    [Fact]
    public async Task Api_EveryPartIsReadThroughItsCursor()
    {
        await using var api = await LoanApi.StartAsync();

        var run = await RunAsync("api.yaml", api.BaseUrl);

        var loans = Homes.Datasets(run)["loan.jsonl"];
        Assert.Equal(LoanApi.Loans, run.Records["loan"]);
        Assert.Equal(4, run.Run.Requests.Done);
        Assert.Contains("""{"id":9,"title":"Book 9","due":"2026-01-10","fine":0}""", loans);
        Assert.Contains("""{"id":8,"title":"Book 8","due":"2026-01-09","fine":0.25}""", loans);
    }

    [Fact]
    public async Task Sitemap_EveryProductAndArticleIsRead_AndNoListing()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 120, Articles = 10 });

        var run = await RunAsync("sitemap.yaml", shop.BaseUrl);

        Assert.Equal(shop.Expected.Products.Count + shop.Expected.Quarantined.Count, run.Records["product"]);
        Assert.Equal(shop.Expected.Articles.Count, run.Records["article"]);
        Assert.DoesNotContain(shop.Hits.ByUrl.Keys, url => url.StartsWith("/c/", StringComparison.Ordinal));
        Assert.Equal(["csv", "csv", "sqlite"], run.Outputs.Select(output => output.Format).Order());
    }

    [Fact]
    public async Task Plugins_EveryProductThatHasATitleGetsItsSlug()
    {
        await using var shop = await DemoShop.StartAsync();

        var run = await RunAsync("plugins.yaml", shop.BaseUrl);

        var products = Homes.Datasets(run)["product.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(products.Length > 20, $"only {products.Length} notebooks");
        Assert.All(products, line => Assert.Matches("\"slug\":\"[a-z0-9-]+\",\"words\":[0-9]+", line));
    }

    [Fact]
    public async Task ToolsAndModels_EveryProductGetsItsPriceInDollars_AndASentence()
    {
        await using var shop = await DemoShop.StartAsync();

        var run = await RunAsync("tools-and-models.yaml", shop.BaseUrl);

        var products = Homes.Datasets(run)["product.jsonl"].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(products.Length > 20, $"only {products.Length} notebooks");
        foreach (var product in products.Select(line => JsonDocument.Parse(line).RootElement))
        {
            var pounds = product.GetProperty("price").GetDecimal();
            Assert.InRange(product.GetProperty("priceUsd").GetDecimal() - (pounds * 1.3m), -0.01m, 0.01m);
            Assert.Equal("Something to write in.", product.GetProperty("about").GetString());
        }
    }

    /// <summary>A sample with what it wants to be told: the address of its site.</summary>
    internal static PipelineSource Source(string file, string site) => PipelineSource.OfFile(Repository.PathOf("samples", file)) with
    {
        Values = new Dictionary<string, string> { [file == "api.yaml" ? "api" : "site"] = site },
    };

    private static CompileResult Compile(string file, string site) =>
        PipelineCompiler.Compile(File.ReadAllText(Repository.PathOf("samples", file)), Source(file, site));

    private async Task<RunDetails> RunAsync(string file, string site)
    {
        await using var trawl = TrawlHost.Open(new TrawlHostOptions { Home = _scratch.PathOf("home") });
        var run = await trawl.RunAsync(Compile(file, site).Plan!);
        Assert.True(run.Run.State == RunState.Completed, $"{run.Run.State}: {run.Run.Reason}");
        return run;
    }
}
