using System.Net;
using System.Net.Http.Headers;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Hosting;

namespace Trawl.Server.Tests;

/// <summary>A home with a finished run of the demo shop, users of every role, and a server that listens.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public const string Password = "a long enough secret";

    private readonly string _home = Directory.CreateTempSubdirectory("trawl-server").FullName;
    private readonly Dictionary<string, string> _tokens = [];

    public LocalTrawlClient Local { get; private set; } = null!;

    public AccessControl Access { get; private set; } = null!;

    public TrawlServer Server { get; private set; } = null!;

    public string RunId { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Local = TrawlHost.Open(new TrawlHostOptions { Home = _home, Browser = PaintedPages.Support });
        Access = AccessControl.Open(_home, TimeProvider.System);
        foreach (var role in Enum.GetValues<Role>())
        {
            var name = role.ToString().ToLowerInvariant();
            Assert.Null(Access.Users.Add(name, role, Password));
            _tokens[name] = Access.Tokens.Create(name, "tests", Rights.Of(role), null, out _)!.Secret;
        }

        RunId = await CollectAsync();
        Server = await TrawlServer.StartAsync(
            new ServerOptions { Client = Local, Access = Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), RequestsPerSecond = 5_000, AssistantsReachPrivate = true },
            CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Access.Dispose();
        await Local.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    /// <summary>A caller with the token of a user; null for nobody.</summary>
    public HttpClient As(string? user)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Server.Address };
        if (user is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[user]);
        }

        return http;
    }

    public string TokenOf(string user) => _tokens[user];

    private async Task<string> CollectAsync()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 60 }, CancellationToken.None);
        var source = new PipelineSource
        {
            Text = DemoShop.Pipeline,
            Path = Path.Combine(_home, "shop.yaml"),
            Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl },
        };
        var started = (await Local.StartRunAsync(new StartRunRequest { Pipeline = source }, CancellationToken.None)).Value;
        await foreach (var snapshot in Local.FollowRunAsync(new FollowRunRequest(started.RunId), CancellationToken.None))
        {
            Assert.Null(snapshot.Error);
        }

        return started.RunId;
    }
}
