using Trawl.Demo.Scripted;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.Browser.Tests.Runs;

/// <summary>The real program on a shop of scripts.</summary>
internal sealed class ShopRun : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(2);

    private readonly Scratch _scratch = new();

    private ShopRun(ScriptShop shop) => Shop = shop;

    public ScriptShop Shop { get; }

    public string Home => _scratch.PathOf("home");

    public RunBooks Books => new(Home);

    public static async Task<ShopRun> OpenAsync(ScriptShopOptions options) => new(await ScriptShop.StartAsync(options));

    public async ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        await Shop.DisposeAsync();
    }

    /// <summary>Begins a run of a pipeline with these page rules.</summary>
    public TrawlProcess Start(string start, string pages, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(_scratch.PathOf("shop.yaml"), $$"""
            name: shop
            start: {{Shop.BaseUrl}}{{start}}
            egress: { allow: ["{{Shop.PartnerHost}}"] }
            fetch: { concurrency: 4, perHost: 4, delay: 0 }
            pages:
            {{pages}}
            records: { product: { key: sku } }
            """);
        return TrawlProcess.Start(["run", _scratch.PathOf("shop.yaml"), "--home", Home], null, environment);
    }

    public TrawlProcess Go(string[] command, params (string Name, string Value)[] environment)
    {
        var trawl = TrawlProcess.Start([.. command, "--home", Home], null, environment);
        trawl.WaitForExit(s_bound);
        return trawl;
    }

    /// <summary>A product's price, name and number of reviews as the dataset has them, by article number.</summary>
    public SortedDictionary<string, string> Found()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Books.Folder, "datasets", "product.jsonl")))
        {
            using var record = System.Text.Json.JsonDocument.Parse(line);
            var root = record.RootElement;
            found.Add(
                root.GetProperty("sku").GetString()!,
                $"{root.GetProperty("name").GetString()}|{root.GetProperty("price").GetString()}|{root.GetProperty("reviews").GetArrayLength()}|{root.GetProperty("delivery").GetString()}");
        }

        return found;
    }

    public SortedDictionary<string, string> Expected() => new(
        Shop.Products.ToDictionary(p => p.Sku, p => $"{p.Name}|{p.Price}|{p.Reviews.Count}|{p.Delivery}"), StringComparer.Ordinal);

    public const string AllPages = """
          list:
            url: /
            render: always
            browser: { waitFor: .product, actions: [scroll] }
            follow: a.product
          product:
            url: /p/*
            render: always
            browser: { waitFor: [.price, .review], block: [image, font, media], screenshot: viewport }
            extract:
              product:
                fields:
                  sku: { css: .sku, required: true }
                  name: h1
                  price: .price
                  reviews: { css: .review, many: true }
                  delivery: .delivery
        """;
}
