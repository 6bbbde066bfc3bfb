using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.Cancel.Bench;

/// <summary>
/// Pages on loopback, a little slow. While it is nasty, every eighth answer does not come: half of those not at all, half
/// begin and never end.
/// </summary>
internal sealed class SlowSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Random _chance;
    private readonly int _pages;

    private SlowSite(WebApplication app, int pages, int seed) => (_app, _pages, _chance) = (app, pages, new Random(seed));

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public bool IsNasty { get; set; }

    public static async Task<SlowSite> StartAsync(int pages, int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new SlowSite(builder.Build(), pages, seed);
        site._app.MapGet("/for-ever", (HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        site._app.MapGet("/page/{number:int}", (int number, HttpContext http) => site.AnswerAsync(number, http));
        await site._app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(int number, HttpContext http)
    {
        var (latency, fate) = Draw();
        try
        {
            await Task.Delay(latency, http.RequestAborted);
            if (IsNasty && fate == 0) await Task.Delay(Timeout.Infinite, http.RequestAborted);
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Page(number), http.RequestAborted);
            if (!IsNasty || fate != 1) return;
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client went away, as it should.
        }
    }

    private (int Latency, int Fate) Draw()
    {
        lock (_chance)
        {
            return (_chance.Next(5, 40), _chance.Next(16));
        }
    }

    private string Page(int number)
    {
        var links = string.Concat(Enumerable.Range(1, 3).Select(i => Link((3 * number) + i)));
        return string.Create(CultureInfo.InvariantCulture, $"<html><title>Page {number}</title><body><h1>Page {number}</h1>{links}</body></html>");
    }

    private string Link(int to) => to < _pages ? string.Create(CultureInfo.InvariantCulture, $"<a href=\"/page/{to}\">{to}</a>") : "";
}
