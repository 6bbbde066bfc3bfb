using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>A site that shows its pages only to who sends every secret, and hands out some of its own.</summary>
internal sealed class SecretSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SecretSite(WebApplication app) => _app = app;

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What was missing from requests.</summary>
    public ConcurrentQueue<string> Missing { get; } = new();

    /// <summary>Cookies of the site's own that came back.</summary>
    public ConcurrentQueue<string> CameBack { get; } = new();

    public static async Task<SecretSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new SecretSite(builder.Build());
        site._app.Run(site.ServeAsync);
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path == "/robots.txt")
        {
            response.StatusCode = 404;
            return Task.CompletedTask;
        }

        Require(request.QueryString.Value!.Contains($"token={Canaries.Query}&", StringComparison.Ordinal) || request.QueryString.Value == $"?token={Canaries.Query}", $"token in {request.Path}");
        Require(request.Headers.Authorization == "Bearer " + Canaries.Authorization, "Authorization");
        Require(request.Headers["X-Api-Key"] == Canaries.Header, "X-Api-Key");
        Require(request.Headers.Cookie.ToString().Contains(Canaries.Cookie, StringComparison.Ordinal), "Cookie");
        if (request.Headers.Cookie.ToString().Contains(Canaries.SetCookie, StringComparison.Ordinal))
        {
            CameBack.Enqueue(request.Path);
        }

        response.Headers.SetCookie = $"session={Canaries.SetCookie}; Path=/";
        response.Headers["X-Answer"] = Canaries.Answer;
        response.ContentType = "text/html";
        return AnswerAsync(request, response);
    }

    private static Task AnswerAsync(HttpRequest request, HttpResponse response)
    {
        switch (request.Path.Value)
        {
            case "/moved":
                response.Redirect($"/page?token={Canaries.Query}&n=9");
                return Task.CompletedTask;
            case "/nowhere":
                response.Redirect($"ftp://127.0.0.1/?token={Canaries.Query}");
                return Task.CompletedTask;
            case "/broken":
                request.HttpContext.Abort();
                return Task.CompletedTask;
            default:
                return response.WriteAsync(
                    "<h1>Page</h1>" + string.Concat(Enumerable.Range(1, 8).Select(n => $"<i data-next='page?n={n}'></i>"))
                    + "<i data-next='moved?n=1'></i><i data-next='broken?n=1'></i><i data-next='nowhere?n=1'></i>");
        }
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            Missing.Enqueue(what);
        }
    }
}
