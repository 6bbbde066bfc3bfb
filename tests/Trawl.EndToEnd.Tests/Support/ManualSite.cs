using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Support;

/// <summary>The PostgreSQL manual on loopback, a little slow, counting who asks for what.</summary>
internal sealed class ManualSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _hits = new();

    private ManualSite(WebApplication app) => _app = app;

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public TimeSpan Latency { get; set; }

    public static async Task<ManualSite> StartAsync()
    {
        var pages = Repository.PathOf("artifacts", "testdata", "html", "postgresql");
        Assert.True(Directory.Exists(pages), "The manual is missing: run eng/testdata.sh html");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new ManualSite(builder.Build());
        site._app.Run(context => site.ServeAsync(context, pages));
        await site._app.StartAsync();
        return site;
    }

    /// <summary>How often each path was asked for.</summary>
    public IReadOnlyDictionary<string, int> Hits() => new Dictionary<string, int>(_hits);

    public void Forget() => _hits.Clear();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context, string pages)
    {
        var path = context.Request.Path.Value!;
        _hits.AddOrUpdate(path, 1, (_, count) => count + 1);
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency);
        }

        var file = Path.Combine(pages, path == "/" ? "index.html" : path[1..]);
        if (path.Contains("..", StringComparison.Ordinal) || !File.Exists(file))
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.ContentType = path.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html; charset=utf-8";
        await context.Response.SendFileAsync(file);
    }
}
