using Trawl.Api.Errors;
using Trawl.Hosting.Drifting;
using Trawl.Hosting.Home;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using Trawl.Engine.Seams.Store;

namespace Trawl.Hosting.Incremental;

/// <summary>Finds the run that an incremental run goes on from, when it is accepted: a resume keeps to what was found.</summary>
internal sealed class RunBefore(HomeFolder home)
{
    /// <summary>The plan with the run it goes on from: the one it names, or else the last completed one of its pipeline.</summary>
    public ApiResult<PipelinePlan> Fix(PipelinePlan plan) => plan.Incremental switch
    {
        null => plan,
        { Since: { } named } => Problem(named, plan.Name) is { } problem ? problem : plan,
        _ => plan with { Incremental = new IncrementalPlan { Since = Last(plan.Name) } },
    };

    private string? Last(string pipeline) => !Directory.Exists(home.Runs) ? null : EarlierRuns.Folders(home.Runs, pipeline)
        .GroupBy(EarlierRuns.Day).OrderByDescending(day => day.Key, StringComparer.Ordinal)
        .Select(day => day.Select(Read).OfType<RunInfo>().Where(run => IsCompleted(run) && run.Pipeline == pipeline)
            .OrderByDescending(run => run.CreatedAt).FirstOrDefault())
        .FirstOrDefault(run => run is not null)?.Id.Value;

    private ApiError? Problem(string runId, string pipeline)
    {
        var run = RunId.TryParse(runId, out _) && Path.Combine(home.Runs, runId) is var folder && File.Exists(RunFiles.Database(folder))
            ? Read(folder)
            : null;
        return run switch
        {
            null => new ApiError(ApiErrorKind.NotFound, $"There is no run \"{runId}\" to go on from.", "\"trawl runs\" lists those there are."),
            _ when run.Pipeline != pipeline => new ApiError(
                ApiErrorKind.InvalidRequest, $"Run \"{runId}\" is of the pipeline \"{run.Pipeline}\", and this one is \"{pipeline}\".",
                $"Name a run of \"{pipeline}\"."),
            _ when !IsCompleted(run) => new ApiError(
                ApiErrorKind.InvalidRequest, $"Run \"{runId}\" is not completed: what it lacks would count as gone.",
                $"Complete it (trawl resume {runId}), or name another."),
            _ => null,
        };
    }

    private static bool IsCompleted(RunInfo run) => run.State == RunState.Completed;

    private static RunInfo? Read(string folder)
    {
        try
        {
            using var reader = RunReader.Open(folder);
            return reader.ReadRun();
        }
        catch (Exception error) when (error is RunStoreException or IOException or UnauthorizedAccessException)
        {
            // A run that is damaged, or being made or deleted: nothing goes on from it.
            return null;
        }
    }
}
