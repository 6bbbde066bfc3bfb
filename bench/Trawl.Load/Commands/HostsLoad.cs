using Trawl.Engine.Running;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Load.Measuring;
using Trawl.Load.Site;
using Trawl.Load.Stores;
using Trawl.Storage.Runs;
using Trawl.Testing.Chance;
using Trawl.Testing.Time;

namespace Trawl.Load.Commands;

/// <summary>
/// The engine's loop on virtual time: hosts with a delay each, chosen so that the whole crawl makes 1,000 requests a
/// second whatever their number. Pages are empty, so that choosing, leasing and settling is all there is.
/// </summary>
internal sealed class HostsLoad(Arguments arguments)
{
    private readonly int _dispatches = arguments.Number("dispatches", 50_000);

    internal async Task<Report> RunAsync()
    {
        var most = arguments.Number("hosts", 10_000);
        var queued = arguments.Number("queued", 100_000);
        var report = new Report(
            "hosts", "hosts", "queued", "us/request, loop", "us/request, loop + SQLite", "virtual s");
        await MeasureAsync(10, queued);
        var costs = new List<Cost>();
        foreach (var (hosts, length) in new[] { (10, queued), (1_000, queued), (most, queued), (1_000, 5 * queued) })
        {
            var (loop, seconds) = await MeasureAsync(hosts, length);
            var (stored, _) = await MeasureOnDiskAsync(hosts, length);
            costs.Add(loop);
            report.Row(hosts, length, loop.CpuMicroseconds, stored.CpuMicroseconds, seconds);
            report.Figure(FormattableString.Invariant($"loopUs{hosts}x{length}"), loop.CpuMicroseconds);
            report.Figure(FormattableString.Invariant($"storedUs{hosts}x{length}"), stored.CpuMicroseconds);
        }

        report.Bar(
            "cost a request does not grow with the queue's length (1,000 hosts, 5 times the queue: below 1.3 times)",
            costs[3].CpuMicroseconds < 1.3 * costs[1].CpuMicroseconds);
        report.Bar("cost a request grows less than 3 times from 10 hosts to the most",
            costs[2].CpuMicroseconds < 3 * costs[0].CpuMicroseconds);
        return report;
    }

    private async Task<(Cost Cost, double VirtualSeconds)> MeasureAsync(int hosts, int queued)
    {
        var (tree, clock) = (new PageTree(hosts), new VirtualClock());
        await using var store = new VolatileStore(LoadPlan.For(tree, TimeSpan.FromMilliseconds(hosts)));
        return await CrawlAsync(store, tree, queued, clock);
    }

    private async Task<(Cost Cost, double VirtualSeconds)> MeasureOnDiskAsync(int hosts, int queued)
    {
        using var folder = new TemporaryFolder();
        var (tree, clock) = (new PageTree(hosts), new VirtualClock());
        var plan = LoadPlan.For(tree, TimeSpan.FromMilliseconds(hosts));
        var options = new RunStoreOptions { Inline = true, Durable = false };
        await using var store = RunStores.Create(folder.Path, plan, options);
        return await CrawlAsync(store, tree, queued, clock);
    }

    private async Task<(Cost Cost, double VirtualSeconds)> CrawlAsync(
        IRunStore store, PageTree tree, int queued, VirtualClock clock)
    {
        await RunStores.FillAsync(store, tree, queued, clock.GetUtcNow());
        var scheduler = new SeededScheduler(1, clock);
        using var stop = new CancellationTokenSource();
        var site = new CountingFetcher(_dispatches, stop);
        var engine = new RunEngine(new RunEngineOptions
        {
            Store = store, Fetcher = site, Pages = _ => new NoLinks(), Publisher = new NoOutputs(), Clock = clock,
        });
        var start = clock.GetUtcNow();
        GC.Collect();
        var effort = new Effort();
        scheduler.RunUntil(scheduler.Start(() => engine.RunAsync(stop.Token, default)), long.MaxValue - 1_000_000);
        var cost = new Cost(site.Count, effort.WallSeconds, effort.CpuSeconds, 0);
        return (cost, (clock.GetUtcNow() - start).TotalSeconds);
    }

    /// <summary>Answers at once with an empty page, and stops the engine when it has answered enough.</summary>
    private sealed class CountingFetcher(int most, CancellationTokenSource stop) : IFetcher
    {
        internal int Count { get; private set; }

        public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            if (++Count == most)
            {
                stop.Cancel();
            }

            return new(new FetchResult { Status = 200 });
        }
    }
}
