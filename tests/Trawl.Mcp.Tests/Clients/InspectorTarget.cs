using System.Net;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Hosting;
using Trawl.Server;
using Trawl.Tests.Shared;

namespace Trawl.Mcp.Tests.Clients;

/// <summary>What the inspector connects to: a "trawl mcp" that it starts itself, or a server on the same home.</summary>
internal sealed class InspectorTarget : IAsyncDisposable
{
    private IReadOnlyList<IDisposable> _open = [];
    private TrawlServer? _server = null;
    private LocalTrawlClient? _client = null;

    /// <summary>Of the inspector's command line.</summary>
    public required string[] Arguments { get; init; }

    public static async Task<InspectorTarget> OpenAsync(Assistant assistant, string transport, string era)
    {
        if (transport == "stdio")
        {
            return new InspectorTarget
            {
                Arguments = ["--protocol-era", era, TestedProgram.Path, "mcp", "--home", assistant.Home, "--private-addresses"],
            };
        }

        var access = AccessControl.Open(assistant.Home, TimeProvider.System);
        access.Users.Add("inspector", Role.Admin, "a long enough secret");
        var token = access.Tokens.Create("inspector", "tests", Rights.Of(Role.Admin), null, out var _)!.Secret;
        var client = TrawlHost.Open(new TrawlHostOptions { Home = assistant.Home });
        var server = await TrawlServer.StartAsync(
            new ServerOptions { Client = client, Access = access, Listen = new IPEndPoint(IPAddress.Loopback, 0), AssistantsReachPrivate = true },
            CancellationToken.None);
        return new InspectorTarget
        {
            Arguments = ["--protocol-era", era, "--header", $"Authorization: Bearer {token}", "--transport", "http", "--server-url", $"{server.Address}mcp"],
            _server = server,
            _client = client,
            _open = [access],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await (_server?.DisposeAsync() ?? default);
        await (_client?.DisposeAsync() ?? default);
        foreach (var open in _open)
        {
            open.Dispose();
        }
    }
}
