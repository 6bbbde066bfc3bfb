using System.Diagnostics;
using System.Globalization;
using Trawl.Load.Measuring;
using Trawl.Load.Site;
using Trawl.Load.Stores;
using Trawl.Storage.Runs;

namespace Trawl.Load.Commands;

/// <summary>
/// Time from nothing to an engine that may dispatch, after another process was killed with leases in hand.
/// </summary>
internal sealed class OpeningLoad(Arguments arguments)
{
    private const double BarMs = 1_000;
    private static readonly PageTree s_tree = new(8);
    private readonly int _rounds = arguments.Number("rounds", 5);

    internal async Task<Report> RunAsync()
    {
        var report = new Report(
            "opening", "queued", "median ms", "slowest ms", "leases put back", "log MiB", "database MiB");
        var most = arguments.Number("urls", 1_000_000);
        foreach (var urls in new[] { 10_000, 100_000, most }.Where(n => n <= most).Distinct())
        {
            await MeasureAsync(report, urls);
        }

        return report;
    }

    private async Task MeasureAsync(Report report, int urls)
    {
        using var folder = new TemporaryFolder();
        var notDurable = new RunStoreOptions { Durable = false };
        await using (var store = RunStores.Create(folder.Path, LoadPlan.For(s_tree), notDurable))
        {
            await RunStores.FillAsync(store, s_tree, urls, TimeProvider.System.GetUtcNow());
        }

        var times = new List<double>();
        var (reclaimed, log) = (0, 0L);
        for (var round = 0; round <= _rounds; round++)
        {
            await DieAsync(folder.Path);
            log = new FileInfo(System.IO.Path.Combine(folder.Path, "run.db-wal")).Length;
            var (milliseconds, leases) = await OpenAsync(folder.Path);
            reclaimed = leases;
            times.Add(milliseconds);
        }

        times.RemoveAt(0); // The first one compiles the code.
        var median = Statistics.Median(times);
        report.Row(urls, median, times.Max(), reclaimed, log / (double)(1 << 20), folder.Mebibytes);
        report.Figure(FormattableString.Invariant($"medianMs{urls}"), median);
        report.Bar(string.Create(CultureInfo.InvariantCulture, $"opens in less than a second with {urls:N0} queued"), median < BarMs);
    }

    private static async Task<(double Milliseconds, int Reclaimed)> OpenAsync(string folder)
    {
        var start = Stopwatch.GetTimestamp();
        var store = SqliteRunStore.Open(folder);
        var opening = await store.OpenAsync(TimeProvider.System.GetUtcNow(), default);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await store.DisposeAsync();
        return (milliseconds, opening.Reclaimed);
    }

    private static async Task DieAsync(string folder)
    {
        using var victim = Process.Start(Environment.ProcessPath!, [.. OwnDll(), "die", "--folder", folder]);
        await victim.WaitForExitAsync();
    }

    private static string[] OwnDll() =>
        System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(OpeningLoad).Assembly.Location] : [];
}
