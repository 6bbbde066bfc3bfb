using System.Text;
using Trawl.Drift.Building;
using Trawl.Drift.Judging;
using Trawl.Drift.Profiles;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Drift;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Hosting.Drifting;

/// <summary>Compares a run that completes with earlier runs of its pipeline in the same home.</summary>
/// <param name="runs">The folder with all runs of the home.</param>
/// <param name="folder">The run's folder.</param>
/// <param name="store">How the run's store works.</param>
internal sealed class DriftReview(string runs, string folder, RunStoreOptions store) : IRunReview
{
    public ValueTask<IReadOnlyList<RunFinding>> ReviewAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return new(Review(plan, cancellationToken) is { } data ? [new RunFinding(JournalKind.DriftJudged, data)] : []);
        }
        catch (RunStoreException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private string? Review(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var settings = plan.Drift ?? new DriftPlan();
        if (!settings.Enabled)
        {
            return null;
        }

        using var reader = RunReader.Open(folder);
        var run = reader.ReadRun();
        var profile = RunProfiling.Read(reader, plan, run.Id.Value, cancellationToken);
        var verdict = DriftJudge.Judge(profile, EarlierRuns.Of(runs, run, settings), settings);
        RunProfiles.Save(folder, ProfileJson.Write(profile), ProfileJson.Write(verdict), store);
        CrashPoints.Reach(CrashPoint.ProfileWritten);
        return verdict.State == DriftState.NothingToCompare ? null : Encoding.UTF8.GetString(ProfileJson.Write(verdict));
    }
}
