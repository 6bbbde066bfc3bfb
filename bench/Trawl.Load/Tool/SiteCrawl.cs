using Trawl.Load.Measuring;

namespace Trawl.Load.Tool;

/// <summary>Crawls one site with the tool, each time into a home of its own.</summary>
internal sealed class SiteCrawl(string address, int concurrency) : IDisposable
{
    private readonly TemporaryFolder _work = new();
    private int _homes;

    internal string WorkFolder => _work.Path;

    internal async Task<(ToolRun Run, string Home)> RunAsync(string capture)
    {
        var home = Path.Combine(_work.Path, FormattableString.Invariant($"home-{++_homes}"));
        var run = await TrawlTool.RunAsync(["run", TrawlTool.Pipeline, "--home", home, .. Settings(capture)]);
        return (run, home);
    }

    internal string[] Settings(string capture) =>
    [
        "--set", "start=" + address, "--set", "out=" + Path.Combine(_work.Path, "pages.jsonl"),
        "--set", FormattableString.Invariant($"concurrency={concurrency}"), "--set", "capture=" + capture,
    ];

    internal static double Pages(ToolRun run) => run.Answer["requests"]!["done"]!.GetValue<double>();

    public void Dispose() => _work.Dispose();
}
