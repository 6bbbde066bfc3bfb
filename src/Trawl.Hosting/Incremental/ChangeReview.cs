using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Hosting.Home;
using Trawl.Model.Changes;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Hosting.Incremental;

/// <summary>Says what changed since the run that an incremental run goes on from.</summary>
/// <param name="home">Where that run is.</param>
/// <param name="folder">The run's folder.</param>
/// <param name="store">How the run's store works.</param>
internal sealed class ChangeReview(HomeFolder home, string folder, RunStoreOptions store) : IRunReview
{
    public ValueTask<IReadOnlyList<RunFinding>> ReviewAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        if (plan.Incremental?.Since is not { } since)
        {
            return new([]);
        }

        try
        {
            var report = Report(since, cancellationToken);
            CrashPoints.Reach(CrashPoint.ChangesCounted);
            return new([new RunFinding(JournalKind.ChangesCounted, RunChanges.Text(report))]);
        }
        catch (RunStoreException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private ChangeReport Report(string since, CancellationToken cancellationToken)
    {
        var earlier = Path.Combine(home.Runs, since);
        try
        {
            // Brings an earlier run of an older version to the schema of today.
            RunReader.Open(earlier).Dispose();
        }
        catch (Exception error) when (error is RunStoreException or IOException or UnauthorizedAccessException)
        {
            return RunChanges.Skip(folder, since, $"Run {since} is not there any more, or cannot be read: what changed is not known.", store);
        }

        return RunChanges.Count(folder, earlier, store, cancellationToken);
    }
}
