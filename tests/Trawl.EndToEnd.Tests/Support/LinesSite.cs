using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.EndToEnd.Tests.Support;

/// <summary>Pages in plain text, which take a plugin to be read: a heading, then the paths of others.</summary>
internal sealed class LinesSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _hits;

    private LinesSite(WebApplication app) => _app = app;

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Pages served.</summary>
    public int Hits => Volatile.Read(ref _hits);

    public static async Task<LinesSite> StartAsync(int pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LinesSite(builder.Build());
        site._app.MapGet("/page/{number:int}", (int number) => site.Page(number, pages));
        site._app.MapGet("/rate/{number:int}", (int number) => number.ToString(CultureInfo.InvariantCulture));
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Page(int number, int pages)
    {
        Interlocked.Increment(ref _hits);
        if (number >= pages) return Results.NotFound();
        return Results.Text($"Page {number}\n/page/{((number * 7) + 3) % pages}\n/page/{((number * 5) + 1) % pages}\n");
    }
}
