using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Hosting.Saved;
using Trawl.Model.Drift;
using Trawl.Model.Runs;
using Trawl.Scheduling;
using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;

namespace Trawl.Hosting.Schedules;

/// <summary>Scheduled runs, executed by the home's client.</summary>
internal sealed class HomeRuns(ITrawlClient client) : IScheduledRuns
{
    public async Task<ScheduledStart> StartAsync(Schedule schedule, string key, CancellationToken cancellationToken)
    {
        if (Wish(schedule) is not { } wish)
        {
            return new ScheduledStart(null, $"the pipeline \"{schedule.Pipeline}\" cannot be read", IsForGood: true);
        }

        var started = await client.StartRunAsync(wish with { IdempotencyKey = key, PublicOnly = schedule.PublicOnly }, cancellationToken);
        return started.TryGet(out var run, out var error)
            ? new ScheduledStart(run.RunId)
            : new ScheduledStart(null, error.Message, IsForGood: error.Kind is not (ApiErrorKind.Unavailable or ApiErrorKind.StoreFailed));
    }

    public async Task<FiringOutcome?> OutcomeAsync(string runId, CancellationToken cancellationToken)
    {
        var shown = await client.ShowRunAsync(new ShowRunRequest(runId), cancellationToken);
        return !shown.TryGet(out var details, out var error)
            // Somebody deleted its folder: it will not go on, and nobody is to wait for it for ever.
            ? error.Kind == ApiErrorKind.NotFound ? FiringOutcome.Cancelled : null
            : details.Run.State switch
            {
                RunState.Completed => details.Drift.State == DriftState.Drifted ? FiringOutcome.Drifted : FiringOutcome.Completed,
                RunState.Failed => FiringOutcome.Failed,
                RunState.Cancelled => FiringOutcome.Cancelled,
                _ => null,
            };
    }

    public Task ResumeAsync(string runId, CancellationToken cancellationToken) =>
        client.ResumeRunAsync(new ResumeRunRequest(runId), cancellationToken);

    private static StartRunRequest? Wish(Schedule schedule) =>
        SavedPointer.Read(schedule.Pipeline) is { } saved ? new StartRunRequest { Saved = saved with { Set = schedule.Set } }
        : Read(schedule) is { } text ? new StartRunRequest { Pipeline = new PipelineSource { Text = text, Path = schedule.Pipeline, Set = schedule.Set } }
        : null;

    private static string? Read(Schedule schedule)
    {
        try
        {
            return File.ReadAllText(schedule.Pipeline);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
