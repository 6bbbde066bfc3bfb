using Trawl.Engine.Running;
using Trawl.Engine.Seams.Store;
using Trawl.Recording.Archives;
using Trawl.Recording.Reading;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Takes a recorded run again with its own plan, on its capture, in a folder of its own: engine by engine, as the
/// recorded one was stopped or killed and went on.
/// </summary>
public sealed class RunReplay(ReplayOptions options)
{
    /// <summary>Replays to the end of the recording or to the first difference.</summary>
    /// <exception cref="RunStoreException">The recording cannot be read, or the scratch folder cannot be written.</exception>
    /// <exception cref="CaptureDamagedException">The capture does not hold what its index says.</exception>
    public async Task<ReplayOutcome> RunAsync(CancellationToken cancellationToken)
    {
        SqliteRunStore.CreateLike(options.ScratchFolder, options.RecordedFolder);
        using var journal = RunReader.Open(options.RecordedFolder);
        using var capture = RunCapture.Open(options.RecordedFolder);
        using var comparison = RunComparison.Open(options.RecordedFolder, options.ScratchFolder);
        await using var store = SqliteRunStore.Open(options.ScratchFolder, new RunStoreOptions { Durable = false });
        var script = new ReplayScript(journal.Journal, after: 1, journal.LastEntry());
        var own = ArchiveStore.Around(store, journal.ReadPlan(), options.RecordedFolder);
        var parts = new Parts(own, script, new ReplayJudge(comparison), new ReplayFetcher(capture), new ExchangeTimes(capture));
        Divergence? divergence = null;
        while (divergence is null && script.Head is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            divergence = await RunPartAsync(parts, cancellationToken);
        }

        if (parts.Fetcher.Damage is { } damage)
        {
            throw damage;
        }

        return new ReplayOutcome(divergence, script.Last, [.. parts.Fetcher.Missing]);
    }

    private async Task<Divergence?> RunPartAsync(Parts parts, CancellationToken cancellationToken)
    {
        var clock = new ReplayClock();
        var budget = new ReplayBudget();
        var engine = new RunEngine(new RunEngineOptions
        {
            Store = new OrderedStore(
                parts.Store, parts.Script, parts.Judge, budget, clock, parts.Times, options.Concurrency, options.OnProgress),
            Fetcher = parts.Fetcher,
            Pages = options.Pages,
            Seal = options.Seal,
            Source = options.Source,
            Publisher = new ReplayPublisher(options.ScratchFolder),
            Clock = clock,
            Seed = options.Seed,
            Budget = _ => budget,
            Unpaced = true,
            Grace = Timeout.InfiniteTimeSpan,
            Patience = Timeout.InfiniteTimeSpan,
            CommitInterval = TimeSpan.Zero,
        });
        try
        {
            await engine.RunAsync(cancellationToken, cancellationToken);
            return null;
        }
        catch (ReplayStoppedException stopped)
        {
            return stopped.Divergence;
        }
    }

    private sealed record Parts(IRunStore Store, ReplayScript Script, IReplayJudge Judge, ReplayFetcher Fetcher, ExchangeTimes Times);
}
