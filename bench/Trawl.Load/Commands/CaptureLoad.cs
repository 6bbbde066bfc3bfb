using Trawl.Load.Measuring;
using Trawl.Load.Tool;

namespace Trawl.Load.Commands;

/// <summary>
/// What recording costs: the same crawl of the same real site with <c>capture: none</c> and <c>full</c>, in turn, each as
/// a process of its own.
/// </summary>
internal sealed class CaptureLoad(Arguments arguments)
{
    private const double Bar = 0.85;
    private readonly int _rounds = arguments.Number("rounds", 9);

    internal async Task<Report> RunAsync()
    {
        using var server = new SiteServer(TrawlTool.Pages(arguments));
        using var site = new SiteCrawl(server.Address, arguments.Number("concurrency", 16));
        List<ToolRun> none = [], full = [];
        for (var round = 0; round <= _rounds; round++)
        {
            foreach (var (mode, runs) in Turn(round, ("none", none), ("full", full)))
            {
                var (run, home) = await site.RunAsync(mode);
                Directory.Delete(home, recursive: true);
                runs.Add(run);
            }
        }

        // The first round brings files and code into memory.
        return Describe([.. none.Skip(1)], [.. full.Skip(1)]);
    }

    private static T[] Turn<T>(int round, T one, T other) => round % 2 == 0 ? [one, other] : [other, one];

    private static Report Describe(ToolRun[] none, ToolRun[] full)
    {
        var report = new Report("capture", "capture", "pages", "pages/CPU s", "pages/s", "us CPU/page", "foreign cores");
        foreach (var (name, runs) in new[] { ("none", none), ("full", full) })
        {
            report.Row(
                name, SiteCrawl.Pages(runs[0]), Statistics.Median(runs.Select(PerCpuSecond)), Statistics.Median(runs.Select(PerSecond)),
                Statistics.Median(runs.Select(r => 1e6 / PerCpuSecond(r))), Statistics.Median(runs.Select(r => r.ForeignCores)));
            report.Figure(name, runs.Select(PerCpuSecond).ToArray());
        }

        var pairs = full.Zip(none, (f, n) => PerCpuSecond(f) / PerCpuSecond(n)).ToArray();
        var ratio = Statistics.Median(pairs);
        report.Note($"full / none in pages per CPU second, {pairs.Length} pairs: median {ratio:F3}, from {pairs.Min():F3} to {pairs.Max():F3}");
        report.Figure("ratio", ratio);
        report.Bar("recording costs at most 15 % of the pages per CPU second", ratio >= Bar);
        return report;
    }

    private static double PerCpuSecond(ToolRun run) => SiteCrawl.Pages(run) / run.CpuSeconds;

    private static double PerSecond(ToolRun run) => SiteCrawl.Pages(run) / run.WallSeconds;
}
