using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trawl.Demo.Making;
using Trawl.Demo.Serving;
using Trawl.Demo.Truth;

namespace Trawl.Demo;

/// <summary>A shop on loopback to crawl, with life's troubles at stated places and the truth to compare with.</summary>
public sealed class DemoShop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DemoShop(WebApplication app, string baseUrl, HitLog hits, Expected expected)
    {
        _app = app;
        BaseUrl = baseUrl;
        Hits = hits;
        Expected = expected;
    }

    /// <summary>The demo pipeline, as text.</summary>
    public static string Pipeline => Assets.Text("shop.yaml");

    /// <summary><c>http://127.0.0.1:PORT</c>, without a slash at the end.</summary>
    public string BaseUrl { get; }

    public HitLog Hits { get; }

    /// <summary>What the demo pipeline must find here.</summary>
    public Expected Expected { get; }

    /// <summary>Opens the shop; it is ready when this returns.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<DemoShop> StartAsync(
        DemoShopOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DemoShopOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Products, 1);
        var catalog = CatalogMaker.Make(options);
        var hits = new HitLog(options.Time);
        // A visitor may come before the shop knows its own address.
        var ready = new TaskCompletionSource<Responder>(TaskCreationOptions.RunContinuationsAsynchronously);
        var app = Build(options.Port, async context => await (await ready.Task).HandleAsync(context));
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        var baseUrl = addresses.Addresses.First();
        ready.SetResult(new Responder(new ShopSite(catalog, baseUrl, options), hits, options));
        return new DemoShop(app, baseUrl, hits, ExpectedMaker.Make(catalog, baseUrl, options.Troubles));
    }

    public async ValueTask DisposeAsync()
    {
        // Nobody waits for a slow page of a shop that closes.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static WebApplication Build(int port, RequestDelegate handler)
    {
        // No arguments, files or variables: the shop is the same wherever it is opened.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var app = builder.Build();
        app.Run(handler);
        return app;
    }
}
