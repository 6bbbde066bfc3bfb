using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trawl.Demo;
using Trawl.Tests.Shared;

namespace Trawl.Mcp.Tests;

/// <summary>A shop, a home, and a real "trawl mcp" process with the SDK's client on its standard streams.</summary>
public sealed class Assistant : IAsyncLifetime
{
    public string Home { get; } = Directory.CreateTempSubdirectory("trawl-mcp-").FullName;

    public DemoShop Shop { get; private set; } = null!;

    public McpClient Client { get; private set; } = null!;

    /// <summary>A finished run of the whole shop.</summary>
    public string RunId { get; private set; } = null!;

    public string Pipeline => DemoShop.Pipeline.Replace("${site}", Shop.BaseUrl, StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        Shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 60 }, CancellationToken.None);
        Client = await ConnectAsync("--private-addresses");
        var started = await CallAsync("run_pipeline", new { text = Pipeline, waitSeconds = 45 });
        RunId = started.GetProperty("run").GetProperty("runId").GetString()!;
        Assert.Equal("completed", started.GetProperty("run").GetProperty("state").GetString());
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await Shop.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    public Task<McpClient> ConnectAsync(params string[] arguments) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions { Command = TestedProgram.Path, Arguments = ["mcp", "--home", Home, .. arguments] }),
        // Said outright: a client that has to find out gives the server five seconds, which a busy machine may need.
        new McpClientOptions { ProtocolVersion = "2026-07-28", DiscoverProbeTimeout = TimeSpan.FromMinutes(1) });

    /// <summary>The structured answer of a tool that must not refuse.</summary>
    public async Task<JsonElement> CallAsync(string tool, object arguments)
    {
        var result = await TryAsync(tool, arguments);
        Assert.True(result.IsError != true, TextOf(result));
        return result.StructuredContent!.Value;
    }

    public async Task<CallToolResult> TryAsync(string tool, object arguments) => await Client.CallToolAsync(
        tool, JsonSerializer.SerializeToElement(arguments).Deserialize<Dictionary<string, object?>>());

    public static string TextOf(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
