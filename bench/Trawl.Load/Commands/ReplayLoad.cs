using Trawl.Load.Measuring;
using Trawl.Load.Tool;

namespace Trawl.Load.Commands;

/// <summary>
/// A recorded crawl of a real site and the replay of it, in turn, each as a process of its own. The crawl shares the cores
/// with its server, as it always does on one machine; the replay needs none.
/// </summary>
internal sealed class ReplayLoad(Arguments arguments)
{
    private const double Bar = 3;
    private readonly int _rounds = arguments.Number("rounds", 7);

    internal async Task<Report> RunAsync()
    {
        using var server = new SiteServer(TrawlTool.Pages(arguments));
        using var site = new SiteCrawl(server.Address, arguments.Number("concurrency", 16));
        List<ReplayPair> pairs = [];
        for (var round = 0; round <= _rounds; round++)
        {
            var (crawl, home) = await site.RunAsync("full");
            var replay = await TrawlTool.RunAsync("replay", "last", "--home", home, "--check");
            Directory.Delete(home, recursive: true);
            pairs.Add(new ReplayPair(crawl, replay));
        }

        // The first round brings files and code into memory.
        return Describe([.. pairs.Skip(1)]);
    }

    private static Report Describe(ReplayPair[] pairs)
    {
        var report = new Report("replay", "", "pages/s", "pages/s, whole process", "pages/CPU s", "foreign cores");
        void Row(string name, Func<ReplayPair, ToolRun> run, Func<ReplayPair, double> seconds) => report.Row(
            name,
            Statistics.Median(pairs.Select(p => p.Pages / seconds(p))),
            Statistics.Median(pairs.Select(p => p.Pages / run(p).WallSeconds)),
            Statistics.Median(pairs.Select(p => p.Pages / run(p).CpuSeconds)),
            Statistics.Median(pairs.Select(p => run(p).ForeignCores)));

        Row("crawl", p => p.Crawl, p => p.CrawlSeconds);
        Row("replay", p => p.Replay, p => p.ReplaySeconds);
        var ratios = pairs.Select(p => p.CrawlSeconds / p.ReplaySeconds).ToArray();
        var ratio = Statistics.Median(ratios);
        report.Note($"replay / crawl in pages per second, {ratios.Length} pairs: median {ratio:F2}, from {ratios.Min():F2} to {ratios.Max():F2}");
        report.Note($"in pages per second of the whole process: median {Statistics.Median(pairs.Select(p => p.Crawl.WallSeconds / p.Replay.WallSeconds)):F2}");
        report.Note($"in pages per CPU second: median {Statistics.Median(pairs.Select(p => p.Crawl.CpuSeconds / p.Replay.CpuSeconds)):F2}");
        report.Figure("ratio", ratio);
        report.Figure("pages", pairs[0].Pages);
        report.Bar("a replay has at least 3 times the crawl's pages per second", ratio >= Bar);
        return report;
    }
}
