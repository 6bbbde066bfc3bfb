using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>A site that shows its pages only to who is logged in, and forgets each session after a number of pages.</summary>
internal sealed class LoginSite : IAsyncDisposable
{
    public const string User = "canary-user";
    public const string Password = "canary pass&w%rd=\u00e4";
    public const string Session = "canary-session-";

    private readonly WebApplication _app;
    private readonly int _pagesASession;
    private readonly ConcurrentDictionary<string, int> _left = [];
    private readonly ConcurrentDictionary<string, bool> _tokens = [];
    private int _logins;
    private int _refused;
    private int _anonymous;

    private LoginSite(WebApplication app, int pagesASession) => (_app, _pagesASession) = (app, pagesASession);

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public int Logins => Volatile.Read(ref _logins);

    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Requests for pages by nobody we know.</summary>
    public int Anonymous => Volatile.Read(ref _anonymous);

    public static async Task<LoginSite> StartAsync(int pagesASession)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoginSite(builder.Build(), pagesASession);
        site._app.MapGet("/login", site.Form);
        site._app.MapPost("/login", (Delegate)site.LogInAsync);
        site._app.MapGet("/page/{number:int}", site.Page);
        await site._app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Form()
    {
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = true;
        return Html($"<form method=get action=/search><input name=q></form><form method=post><input type=hidden name=token value={token}>"
            + "<input name=user><input type=password name=pass><input type=checkbox name=keep value=yes checked><button>Go</button></form>");
    }

    private async Task<IResult> LogInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["user"] != User || form["pass"] != Password || form["keep"] != "yes" || !_tokens.TryRemove(form["token"].ToString(), out _))
        {
            Interlocked.Increment(ref _refused);
            return Form();
        }

        var session = Session + Interlocked.Increment(ref _logins).ToString(CultureInfo.InvariantCulture);
        _left[session] = _pagesASession;
        context.Response.Headers.SetCookie = $"sid={session}; Path=/; HttpOnly";
        return Results.Redirect("/page/0");
    }

    private IResult Page(HttpContext context, int number)
    {
        if (context.Request.Cookies["sid"] is not { } session || !_left.TryGetValue(session, out _) || _left.AddOrUpdate(session, 0, (_, left) => left - 1) < 0)
        {
            Interlocked.Increment(ref _anonymous);
            return Results.Redirect("/login?then=" + number.ToString(CultureInfo.InvariantCulture));
        }

        var links = string.Concat(Enumerable.Range(1, 24).Select(n => string.Create(CultureInfo.InvariantCulture, $"<a href=/page/{n}>{n}</a>")));
        return Html(string.Create(CultureInfo.InvariantCulture, $"<h1>Page {number}</h1>{links}<a class=out href=/logout>Out</a>"));
    }

    private static IResult Html(string text) => Results.Text(text, "text/html; charset=utf-8");
}
