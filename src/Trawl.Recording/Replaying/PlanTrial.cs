using Trawl.Engine.Running;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Recording.Archives;
using Trawl.Recording.Reading;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Recording.Replaying;

/// <summary>Runs another plan over what a run recorded, in a folder of its own: what would have come of it.</summary>
public sealed class PlanTrial(ReplayOptions options, PipelinePlan plan)
{
    /// <summary>Runs the plan to its end.</summary>
    /// <exception cref="RunStoreException">The recording cannot be read, or the scratch folder cannot be written.</exception>
    /// <exception cref="CaptureDamagedException">The capture does not hold what its index says.</exception>
    public async Task<TrialOutcome> RunAsync(CancellationToken cancellationToken)
    {
        using var recorded = RunReader.Open(options.RecordedFolder);
        using var capture = RunCapture.Open(options.RecordedFolder);
        var run = recorded.ReadRun();
        var store = new RunStoreOptions { Durable = false };
        await using var made = SqliteRunStore.Create(options.ScratchFolder, new RunCreation(new RunId(run.Id.Value), plan, run.CreatedAt), store);
        var hosts = new Lock();
        var fetcher = new TrialFetcher(capture, origin =>
        {
            lock (hosts)
            {
                return recorded.Host(origin)?.Id;
            }
        });
        var engine = new RunEngine(new RunEngineOptions
        {
            Store = new TrialStore(ArchiveStore.Around(made, plan, options.RecordedFolder), options.Concurrency, options.OnProgress),
            Fetcher = fetcher,
            Pages = options.Pages,
            Seal = options.Seal,
            Source = options.Source,
            Publisher = new ReplayPublisher(options.ScratchFolder),
            Seed = options.Seed,
            Unpaced = true,
            Grace = Timeout.InfiniteTimeSpan,
            Patience = Timeout.InfiniteTimeSpan,
        });
        var result = await engine.RunAsync(cancellationToken, cancellationToken);
        return fetcher.Damage is { } damage ? throw damage : new TrialOutcome(result, fetcher.Missing);
    }
}
