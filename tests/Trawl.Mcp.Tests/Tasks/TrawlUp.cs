using System.Diagnostics;
using ModelContextProtocol.Client;
using Trawl.Tests.Shared;

namespace Trawl.Mcp.Tests.Tasks;

/// <summary>A real "trawl up" on a home, to be killed at will.</summary>
internal sealed class TrawlUp : IDisposable
{
    private readonly Process _process;

    private TrawlUp(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<TrawlUp> StartAsync(string home)
    {
        var start = new ProcessStartInfo(TestedProgram.Path, ["up", "--home", home, "--listen", "127.0.0.1:0", "--private-addresses"])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var line = await process.StandardOutput.ReadLineAsync(patience.Token);
        return new TrawlUp(process, new Uri(new Uri(line!).GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>The SDK's client over HTTP, which says with each request that it knows of tasks.</summary>
    public Task<McpClient> ConnectAsync(string token, bool knowsTasks = true) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(Address, "mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" },
        }),
        new McpClientOptions
        {
            ProtocolVersion = "2026-07-28",
            DiscoverProbeTimeout = TimeSpan.FromMinutes(1),
            Capabilities = new()
            {
                Extensions = knowsTasks ? new Dictionary<string, object> { ["io.modelcontextprotocol/tasks"] = new System.Text.Json.Nodes.JsonObject() } : null,
            },
        });

    /// <summary>No goodbye: the process is gone from one instruction to the next.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(30));
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
