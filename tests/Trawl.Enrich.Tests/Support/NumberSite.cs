using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trawl.Enrich.Tests.Support;

/// <summary>A page with links to <c>/n/1</c>, <c>/n/2</c> and on; each of those has its number.</summary>
internal sealed class NumberSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private NumberSite(WebApplication app) => _app = app;

    public string BaseUrl => _app.Urls.First();

    public static async Task<NumberSite> StartAsync(int pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var links = string.Concat(Enumerable.Range(1, pages).Select(n => string.Create(CultureInfo.InvariantCulture, $"<a href=/n/{n}>{n}</a>")));
        app.MapGet("/", () => Results.Text(links, "text/html"));
        app.MapGet("/n/{n:int}", (int n) => Results.Text(string.Create(CultureInfo.InvariantCulture, $"<h1>{n}</h1>"), "text/html"));
        await app.StartAsync();
        return new NumberSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
