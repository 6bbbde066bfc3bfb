using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Load.Measuring;

namespace Trawl.Load.Tool;

/// <summary>
/// The published <c>trawl</c>: what is measured is what users start, its start and its compiling of code included.
/// </summary>
internal static class TrawlTool
{
    private static readonly string s_root = Root();

    /// <summary>The pipeline of the peers' workload.</summary>
    internal static string Pipeline { get; } = Path.Combine(s_root, "bench", "peers", "crawl.yaml");

    /// <summary>The pages of a site: those of the test data, or a folder.</summary>
    internal static string Pages(Arguments arguments) =>
        arguments.Text("pages") ?? Path.Combine(s_root, "artifacts", "testdata", "html", "postgresql");

    /// <summary>Runs a command with <c>--json</c>.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    internal static async Task<ToolRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable(), [.. arguments, "--json"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var (account, cpu, wall) = (new CpuAccount(), ReapedChildren.CpuSeconds(), Stopwatch.GetTimestamp());
        using var tool = Process.Start(start)!;
        var errors = tool.StandardError.ReadToEndAsync();
        var answer = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(wall).TotalSeconds;
        var foreign = account.Read().Foreign;
        return tool.ExitCode == 0
            ? new ToolRun(JsonNode.Parse(answer)!, seconds, ReapedChildren.CpuSeconds() - cpu, foreign)
            : throw new InvalidOperationException($"trawl {string.Join(' ', arguments)}: exit code {tool.ExitCode}.\n{await errors}{answer}");
    }

    private static string Executable() =>
        Path.Combine(s_root, "artifacts", "publish", "trawl") is var path && File.Exists(path)
            ? path
            : throw new InvalidOperationException($"\"{path}\" is not there. Make it with ./build.sh publish.");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Trawl.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This is not run from the repository.");
        }

        return folder;
    }
}
