using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>A site that keeps its answers back in the middle of a crawl, until it is told to go on: a moment as long as a test needs.</summary>
internal sealed class GatedSite : IAsyncDisposable
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;
    private readonly int _pages;
    private readonly int _gateAt;
    private int _asked;

    private GatedSite(WebApplication app, int pages, int gateAt) => (_app, _pages, _gateAt) = (app, pages, gateAt);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Asked => Volatile.Read(ref _asked);

    /// <summary>When the first answer is kept back.</summary>
    public Task Reached => _reached.Task;

    public static async Task<GatedSite> StartAsync(int pages, int gateAt)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new GatedSite(builder.Build(), pages, gateAt);
        site._app.MapGet("/page/{number:int}", site.AnswerAsync);
        await site._app.StartAsync();
        return site;
    }

    public void Open() => _gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await _app.DisposeAsync();
    }

    /// <summary>A pipeline that collects it all.</summary>
    public string Pipeline(int concurrency) => $$"""
        name: gated
        start: ["{{Address}}page/0"]
        scope: { hosts: ["{{Address.Authority}}"] }
        fetch: { concurrency: {{concurrency}}, perHost: {{concurrency}}, delay: 0 ms, robots: ignore, timeout: 300 s }
        pages:
          page:
            follow: a
            extract:
              entry: { fields: { url: { from: url }, title: h1 } }
        records:
          entry: { key: url }
        outputs: [jsonl]
        """;

    private async Task<IResult> AnswerAsync(int number)
    {
        if (Interlocked.Increment(ref _asked) > _gateAt)
        {
            _reached.TrySetResult();
            await _gate.Task;
        }

        var links = string.Concat(Enumerable.Range(1, 3).Select(i => (3 * number) + i).Where(to => to < _pages)
            .Select(to => string.Create(CultureInfo.InvariantCulture, $"<a href=\"/page/{to}\">{to}</a>")));
        return Results.Content(string.Create(CultureInfo.InvariantCulture, $"<h1>Page {number}</h1>{links}"), "text/html; charset=utf-8");
    }
}
