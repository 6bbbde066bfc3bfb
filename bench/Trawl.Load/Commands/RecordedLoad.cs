using Trawl.Load.Measuring;
using Trawl.Load.Tool;

namespace Trawl.Load.Commands;

/// <summary>
/// What the tools for recorded pages need for a whole site: a selector tried on all pages of a rule, and a changed
/// pipeline with the differences of all records.
/// </summary>
internal sealed class RecordedLoad(Arguments arguments)
{
    private readonly int _rounds = arguments.Number("rounds", 5);

    internal async Task<Report> RunAsync()
    {
        using var server = new SiteServer(TrawlTool.Pages(arguments));
        using var site = new SiteCrawl(server.Address, arguments.Number("concurrency", 16));
        var (crawl, home) = await site.RunAsync("full");
        var changed = Path.Combine(site.WorkFolder, "changed.yaml");
        var text = await File.ReadAllTextAsync(TrawlTool.Pipeline);
        await File.WriteAllTextAsync(changed, text.Replace("h1: { css: h1,", "h1: { css: h2,", StringComparison.Ordinal));
        var report = new Report("recorded", "", "pages", "s", "pages/s", "pages/CPU s", "foreign cores");
        var pages = SiteCrawl.Pages(crawl);
        await MeasureAsync(report, "select", pages, ["select", "last", "--home", home, server.Address, "h1"]);
        await MeasureAsync(report, "replay --with", pages, ["replay", "last", "--home", home, "--with", changed, .. site.Settings("full")]);
        return report;
    }

    private async Task MeasureAsync(Report report, string name, double pages, string[] command)
    {
        List<ToolRun> runs = [];
        for (var round = 0; round < _rounds; round++)
        {
            runs.Add(await TrawlTool.RunAsync(command));
        }

        var seconds = Statistics.Median(runs.Select(r => r.WallSeconds));
        report.Row(
            name, pages, seconds, pages / seconds, pages / Statistics.Median(runs.Select(r => r.CpuSeconds)),
            Statistics.Median(runs.Select(r => r.ForeignCores)));
        report.Figure(name, runs.Select(r => r.WallSeconds).ToArray());
    }
}
