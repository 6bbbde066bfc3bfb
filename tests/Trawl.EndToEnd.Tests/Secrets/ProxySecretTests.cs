using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trawl.EndToEnd.Tests.Replays;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>A run through a proxy that asks who comes, to a site that only the proxy knows: nothing of the password is written.</summary>
public sealed class ProxySecretTests : IAsyncLifetime
{
    private const string Password = "canary-proxy-password";
    private readonly Scratch _scratch = new();
    private WebApplication _proxy = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _proxy = builder.Build();
        _proxy.Run(AnswerAsync);
        await _proxy.StartAsync();
        var address = _proxy.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await File.WriteAllTextAsync(_scratch.PathOf("far.yaml"), $$"""
            name: far
            start: http://only-there.invalid/
            proxies: { url: "{{address}}", user: me, password: "${env:CANARY_PROXY}" }
            fetch: { delay: 0 ms, retries: 0 }
            pages: { all: { follow: a, extract: { page: { fields: { url: { from: url }, title: h1 } } } } }
            """);
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task ARunThroughAProxy_KeepsItsPasswordOut_AndIsReplayedWithoutIt()
    {
        using var run = TrawlProcess.Run(
            ["run", _scratch.PathOf("far.yaml"), "--home", _scratch.PathOf("home"), "--json"], null, ("CANARY_PROXY", Password));

        Assert.True(run.ExitCode == 0, run.Talk);
        Assert.Equal(2, new RunBooks(_scratch.PathOf("home")).Done().Count);
        var spellings = new[] { Password, Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + Password)) };
        Assert.Empty(SecretScan.Of(_scratch.PathOf("home", "runs"), spellings));
        await _proxy.StopAsync();
        ReplayedRun.AssertSame(_scratch.PathOf("home"));
    }

    /// <summary>Requests to a proxy name the whole URL (RFC 9112 §3.2.2); any server understands them.</summary>
    private static Task AnswerAsync(HttpContext context)
    {
        var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("me:" + Password));
        if (context.Request.Headers["Proxy-Authorization"] != expected || context.Request.Host.Host != "only-there.invalid")
        {
            context.Response.StatusCode = 407;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = context.Request.Path == "/robots.txt" ? 404 : 200;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<h1>There</h1><a href=/second>2</a>");
    }
}
