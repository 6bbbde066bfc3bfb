using Trawl.Engine.Running;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Load.Measuring;
using Trawl.Load.Site;
using Trawl.Load.Stores;
using Trawl.Model.Plans;
using Trawl.Steps;
using Trawl.Storage.Runs;

namespace Trawl.Load.Commands;

/// <summary>
/// The same crawl with and without waiting for the disk, and with parts left out to see what they cost.
/// </summary>
internal sealed class DurabilityLoad(Arguments arguments)
{
    private const double Bar = 0.9;
    private readonly int _pages = arguments.Number("pages", 20_000);
    private readonly int _links = arguments.Number("links", 27);
    private readonly int _rounds = arguments.Number("rounds", 5);
    private readonly int _pageBytes = arguments.Number("page-bytes", 4096);
    private readonly string? _only = arguments.Text("only");

    internal async Task<Report> RunAsync()
    {
        var variants = CrawlVariant.All.Where(v => _only is null || v.Name == _only).ToArray();
        var costs = variants.ToDictionary(v => v, _ => new List<Cost>());
        foreach (var variant in variants)
        {
            await CrawlAsync(variant, Math.Min(_pages, 5_000));
        }

        for (var round = 0; round < _rounds; round++)
        {
            foreach (var variant in variants)
            {
                costs[variant].Add(await CrawlAsync(variant, _pages));
            }
        }

        return Describe(costs);
    }

    private async Task<Cost> CrawlAsync(CrawlVariant variant, int pages)
    {
        using var folder = new TemporaryFolder();
        var tree = Tree(pages);
        var plan = LoadPlan.For(tree);
        var store = Store(variant, plan, folder.Path);
        GC.Collect();
        var (effort, allocated) = (new Effort(), GC.GetTotalAllocatedBytes());
        var result = await new RunEngine(new RunEngineOptions
        {
            Store = store,
            Fetcher = new GeneratedSite(tree, _pageBytes),
            Pages = p => variant.Parses ? new PageHandler(p) : new TreeLinks(tree),
            Publisher = new NoOutputs(),
        }).RunAsync(default, default);
        await store.DisposeAsync();
        if (result.Counters.Done != pages)
        {
            throw new InvalidOperationException(
                $"{variant.Name}: {result.Counters.Done} of {pages} pages are done ({result.State}: {result.Reason}).");
        }

        return new Cost(pages, effort.WallSeconds, effort.CpuSeconds, GC.GetTotalAllocatedBytes() - allocated);
    }

    private static IRunStore Store(CrawlVariant variant, PipelinePlan plan, string folder) =>
        variant.Stores
            ? RunStores.Create(folder, plan, new RunStoreOptions { Durable = variant.Durable })
            : new VolatileStore(plan);

    private Report Describe(Dictionary<CrawlVariant, List<Cost>> costs)
    {
        var report = new Report("durability", "variant", "pages/CPU s", "pages/s", "us CPU/page", "KiB allocated/page");
        foreach (var (variant, rounds) in costs)
        {
            report.Row(
                variant.Name, Median(rounds, c => c.PagesPerCpuSecond), Median(rounds, c => c.PagesPerSecond),
                Median(rounds, c => c.CpuMicroseconds), Median(rounds, c => c.KibAllocated));
            report.Figure(variant.Name, rounds);
        }

        if (_only is null)
        {
            Ratios(report, costs);
            Breakdown(report, costs);
        }

        return report;
    }

    private static void Ratios(Report report, Dictionary<CrawlVariant, List<Cost>> costs)
    {
        var pairs = costs[CrawlVariant.Full].Zip(costs[CrawlVariant.NotDurable]).ToArray();
        var cpu = Statistics.Median(pairs.Select(p => p.First.PagesPerCpuSecond / p.Second.PagesPerCpuSecond));
        var wall = Statistics.Median(pairs.Select(p => p.First.PagesPerSecond / p.Second.PagesPerSecond));
        report.Note(
            $"durable / not durable, median of the rounds: {cpu:F3} in pages per CPU second, {wall:F3} in pages per second");
        report.Figure("cpuRatio", cpu);
        report.Figure("wallRatio", wall);
        report.Bar("durability costs at most a tenth of the pages per CPU second", cpu >= Bar);
    }

    private void Breakdown(Report report, Dictionary<CrawlVariant, List<Cost>> costs)
    {
        double Cpu(CrawlVariant variant) => Median(costs[variant], c => c.CpuMicroseconds);
        var full = Cpu(CrawlVariant.Full);
        var site = SiteAlone();
        void Part(string name, double microseconds) =>
            report.Note($"  {name,-42} {microseconds,6:F1} us {100 * microseconds / full,4:F0} %");
        report.Note($"where a page's CPU goes (differences of medians, so they do not add up exactly):");
        Part("decode, parse, extract, links (Steps)", full - Cpu(CrawlVariant.NoParsing));
        Part("waiting for the disk (fsync, log)", full - Cpu(CrawlVariant.NotDurable));
        Part("store without that", Cpu(CrawlVariant.NotDurable) - Cpu(CrawlVariant.NoStore));
        Part("loop, admission, URLs (Engine)", Cpu(CrawlVariant.Neither) - site);
        Part("making the page (the benchmark's own)", site);
    }

    private double SiteAlone()
    {
        var tree = Tree(_pages);
        var site = new GeneratedSite(tree, _pageBytes);
        var effort = new Effort();
        for (var page = 0; page < _pages; page++)
        {
            site.FetchAsync(new FetchRequest { Url = tree.Url(page) }, default).Result.Dispose();
        }

        return effort.CpuSeconds * 1e6 / _pages;
    }

    /// <summary>Of the links, two lead on, most of the rest are the navigation.</summary>
    private PageTree Tree(int pages)
    {
        var navigation = (_links - 2) * 3 / 5;
        return new PageTree(1) { Pages = pages, Navigation = navigation, Old = _links - 2 - navigation };
    }

    private static double Median(List<Cost> rounds, Func<Cost, double> figure) =>
        Statistics.Median(rounds.Select(figure));
}
