using Trawl.Demo;
using Trawl.Demo.Scripted;
using Trawl.EndToEnd.Tests.Hostile;

namespace Trawl.Soak;

/// <summary>The web of a soak, on loopback, and the pipelines for it.</summary>
internal sealed class SoakSites : IAsyncDisposable
{
    private readonly DemoShop _shop;
    private readonly ScriptShop? _scripted;
    private readonly List<HostileHost> _hostile = [.. Misbehaviours.All.Select(sin => new HostileHost(x =>
        x.IsRobots && !sin.Name.StartsWith("robots.txt", StringComparison.Ordinal) ? x.NotFoundAsync() : sin.Answer(x)))];

    private SoakSites(DemoShop shop, ScriptShop? scripted) => (_shop, _scripted) = (shop, scripted);

    public static async Task<SoakSites> StartAsync(bool withBrowser) => new(
        await DemoShop.StartAsync(new DemoShopOptions { Products = 120, Latency = TimeSpan.FromMilliseconds(5) }),
        withBrowser ? await ScriptShop.StartAsync(new ScriptShopOptions { Products = 6 }) : null);

    public string Friendly => DemoShop.Pipeline.Replace("${site}", _shop.BaseUrl, StringComparison.Ordinal);

    public string Hostile => $$"""
        name: hostile
        start: [{{string.Join(", ", _hostile.Select(h => h.Url))}}]
        scope: { exclude: ["/elsewhere/**"] }
        fetch: { delay: 0 ms, perHost: 2, concurrency: 16, timeout: 3 s, maxBody: 1 MB, retries: 1, retryDelay: 100 ms, adaptive: false }
        pages: { page: { follow: a, extract: { page: { fields: { title: h1 } } } } }
        """;

    public string Scripted => $$"""
        name: scripted
        start: {{_scripted!.BaseUrl}}/
        egress: { allow: ["{{_scripted.PartnerHost}}"] }
        fetch: { concurrency: 2, perHost: 2, delay: 0 }
        pages:
          list:
            url: /
            render: always
            browser: { waitFor: .product, actions: [scroll] }
            follow: a.product
          product:
            url: /p/*
            render: always
            browser: { waitFor: [.price, .review] }
            extract: { product: { fields: { sku: { css: .sku, required: true }, name: h1, price: .price } } }
        records: { product: { key: sku } }
        """;

    public async ValueTask DisposeAsync()
    {
        _hostile.ForEach(h => h.Dispose());
        await _shop.DisposeAsync();
        if (_scripted is not null) await _scripted.DisposeAsync();
    }
}
