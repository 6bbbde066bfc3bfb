using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Trawl.Demo.Making;
using Trawl.Demo.Serving;

namespace Trawl.Demo.Scripted;

/// <summary>
/// A shop on loopback whose pages are empty until their scripts ran: lists that grow when they are scrolled, pictures that
/// come when they are seen, prices that come late into shadow trees, frames of its own and of a partner's origin.
/// </summary>
public sealed class ScriptShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _hits;

    private ScriptShop(WebApplication app, string baseUrl, IReadOnlyList<ScriptedProduct> products, ConcurrentDictionary<string, int> hits) =>
        (_app, BaseUrl, Products, _hits) = (app, baseUrl, products, hits);

    /// <summary><c>http://127.0.0.1:PORT</c>, without a slash at the end.</summary>
    public string BaseUrl { get; }

    /// <summary>The partner's origin, which frames are of: <c>localhost:PORT</c>.</summary>
    public string PartnerHost => BaseUrl.Replace("http://127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>What its pages show.</summary>
    public IReadOnlyList<ScriptedProduct> Products { get; }

    /// <summary>How often each path was asked for.</summary>
    public IReadOnlyDictionary<string, int> Hits => new Dictionary<string, int>(_hits, StringComparer.Ordinal);

    /// <summary>Opens the shop; it is ready when this returns.</summary>
    public static async Task<ScriptShop> StartAsync(ScriptShopOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ScriptShopOptions();
        var products = Make(options.Products);
        var pages = new ScriptPages(products, options);
        var hits = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var app = Build(options.Port, context => HandleAsync(context, pages, hits, options.Time));
        await app.StartAsync(cancellationToken);
        var baseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var shop = new ScriptShop(app, baseUrl, products, hits);
        pages.Partner = "http://" + shop.PartnerHost;
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static IReadOnlyList<ScriptedProduct> Make(int count) =>
    [
        .. CatalogMaker.Make(new DemoShopOptions { Products = count, Articles = 1 }).Products.Select((product, index) => new ScriptedProduct(
            index + 1,
            product.Sku,
            product.Name,
            string.Create(CultureInfo.InvariantCulture, $"£{product.Price:0.00}"),
            [.. Enumerable.Range(1, 6).Select(n => $"/img/{index + 1}-{n}.gif")],
            [.. Enumerable.Range(1, 3).Select(n => $"Review {n} of {product.Name}")],
            $"Delivered in {(index % 5) + 1} days")),
    ];

    private static async Task HandleAsync(
        HttpContext context, ScriptPages pages, ConcurrentDictionary<string, int> hits, TimeProvider time)
    {
        var path = context.Request.Path.Value ?? "/";
        hits.AddOrUpdate(path, 1, static (_, count) => count + 1);
        var reply = pages.Answer(path, context.Request.QueryString.Value ?? "");
        if (reply.Delay > TimeSpan.Zero) await Task.Delay(reply.Delay, time, context.RequestAborted);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        if (path is "/shop.js") context.Response.Headers.CacheControl = "max-age=600";
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static WebApplication Build(int port, RequestDelegate handler)
    {
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
