using Trawl.Browser.Processes;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.Browser.Tests.Runs;

/// <summary>Browser and program killed in the middle of a run: nothing is lost, nothing doubled, nothing left.</summary>
public sealed class BrowserKillTests
{
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task ABrowserThatIsKilledInMidRunLosesNothing()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 12 });
        using var trawl = run.Start("/", ShopRun.AllPages);
        for (var done = 1; done <= 5; done += 4)
        {
            await UntilAsync(() => trawl.HasExited || Prices(run) >= done);
            foreach (var id in RunningProcesses.With(FoldersOf(trawl))) RunningProcesses.Kill(id);
        }

        trawl.WaitForExit(TimeSpan.FromMinutes(2));

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        Assert.Equal(run.Expected(), run.Found());
        Assert.Empty(run.Books.WrongCounters());
    }

    [Fact]
    public async Task AProgramThatIsKilledLeavesNoBrowserAndIsResumed()
    {
        await using var run = await ShopRun.OpenAsync(new() { Products = 12 });
        using var trawl = run.Start("/", ShopRun.AllPages);
        await UntilAsync(() => trawl.HasExited || Prices(run) >= 4);
        Assert.False(trawl.HasExited, trawl.Talk);
        var folders = FoldersOf(trawl);
        Assert.NotEmpty(RunningProcesses.With(folders));

        trawl.Kill();

        await UntilAsync(() => RunningProcesses.With(folders).Count == 0);
        using var resumed = run.Go(["resume", Path.GetFileName(run.Books.Folder)]);
        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        Assert.Equal(run.Expected(), run.Found());
        Assert.Empty(Directory.EnumerateDirectories(Path.GetTempPath(), folders + "*"));
    }

    private static int Prices(ShopRun run) => run.Shop.Hits.Where(hit => hit.Key.StartsWith("/api/price/", StringComparison.Ordinal)).Sum(hit => hit.Value);

    private static string FoldersOf(TrawlProcess trawl) => $"trawl-browser-{trawl.Id}-";

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var stop = new CancellationTokenSource(s_bound);
        while (!condition()) await Task.Delay(20, stop.Token);
    }
}
