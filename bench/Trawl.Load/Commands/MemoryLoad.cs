using Trawl.Engine.Running;
using Trawl.Load.Measuring;
using Trawl.Load.Site;
using Trawl.Load.Stores;
using Trawl.Steps;
using Trawl.Storage.Runs;

namespace Trawl.Load.Commands;

/// <summary>One long crawl whose frontier grows all the time; memory must not.</summary>
internal sealed class MemoryLoad(Arguments arguments)
{
    private const int SampleEvery = 10_000;
    private const double FlatMiB = 1;

    private static readonly long[] s_shown = [10_000, 50_000, 100_000, 250_000, 500_000, 750_000, 1_000_000];
    private readonly List<MemorySample> _samples = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly int _urls = arguments.Number("urls", 1_000_000);
    private Effort _effort = new();

    internal async Task<Report> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var tree = new PageTree(arguments.Number("hosts", 8)) { Children = arguments.Number("children", 2) };
        var store = RunStores.Create(folder.Path, LoadPlan.For(tree));
        _effort = new Effort();
        var result = await new RunEngine(new RunEngineOptions
        {
            Store = store,
            Fetcher = new GeneratedSite(tree, arguments.Number("page-bytes", 4096)),
            Pages = plan => new PageHandler(plan),
            Publisher = new NoOutputs(),
            OnProgress = Observe,
        }).RunAsync(_stop.Token, default);
        var cost = new Cost(result.Counters.Done, _effort.WallSeconds, _effort.CpuSeconds, GC.GetTotalAllocatedBytes());
        await store.DisposeAsync();
        return Describe(cost, result, folder.Mebibytes);
    }

    private void Observe(RunProgress progress)
    {
        var done = progress.Counters.Done;
        if (done >= _samples.Count * (long)SampleEvery && done > 0)
        {
            _samples.Add(new MemorySample(
                done, progress.Counters.Queued, ProcessMemory.Now(), _effort.WallSeconds, _effort.CpuSeconds));
            Console.Error.WriteLine(_samples[^1]);
        }

        if (done >= _urls)
        {
            _stop.Cancel();
        }
    }

    private Report Describe(Cost cost, RunResult result, double databaseMiB)
    {
        var report = new Report(
            "memory", "done", "queued", "RSS MiB", "private", "heap", "GC committed", "pages/s", "pages/CPU s");
        foreach (var shown in s_shown)
        {
            if (_samples.Find(s => s.Done >= shown) is { } sample)
            {
                report.Row(
                    sample.Done, sample.Queued, sample.Memory.Resident, sample.Memory.Private, sample.Memory.Heap,
                    sample.Memory.Committed, sample.Done / sample.WallSeconds, sample.Done / sample.CpuSeconds);
            }
        }

        var points = _samples.Where(s => s.Done >= 100_000)
            .Select(s => (s.Done / 100_000.0, s.Memory.Resident)).ToArray();
        var slope = points.Length > 1 ? Statistics.Slope(points) : 0;
        report.Note($"slope of RSS from 100,000 on: {slope:F2} MiB per 100,000 pages over {points.Length} samples; peak {ProcessMemory.Now().Peak:N0} MiB");
        report.Note($"{cost.Pages:N0} pages in {cost.WallSeconds:N0} s: {cost.PagesPerSecond:N0} pages/s, {cost.PagesPerCpuSecond:N0} pages/CPU s, {cost.CpuMicroseconds:N0} us CPU and {cost.KibAllocated:N1} KiB allocated a page");
        report.Note($"database {databaseMiB:N0} MiB for {result.Counters.Done + result.Counters.Queued:N0} requests; collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}");
        report.Figure("slopeMiBPer100k", slope);
        report.Figure("peakMiB", ProcessMemory.Now().Peak);
        report.Figure("pagesPerCpuSecond", cost.PagesPerCpuSecond);
        report.Figure("databaseMiB", databaseMiB);
        report.Figure("samples", _samples);
        report.Bar(FormattableString.Invariant($"memory is flat (below {FlatMiB} MiB per 100,000 pages)"), slope < FlatMiB);
        return report;
    }
}
