using Trawl.Api.Runs;
using Trawl.Model.Runs;

namespace Trawl.Cli.Summaries;

internal static class RunOutcomes
{
    public static RunOutcome Of(RunDetails details, RunSnapshot last, CliSession session)
    {
        var run = details.Run;
        var isFinal = run.State is RunState.Completed or RunState.Failed or RunState.Cancelled;
        return new RunOutcome
        {
            RunId = run.RunId,
            State = run.State,
            Reason = run.Reason ?? last.Reason,
            Requests = new OutcomeRequests(
                run.Requests.Done, run.Requests.Failed, run.Requests.Skipped, run.Requests.Queued + run.Requests.InFlight),
            Records = details.Records,
            Outputs = [.. details.Outputs.Select(o => o.Path)],
            Quarantined = details.Quarantined,
            Dropped = run.Dropped,
            Attempts = run.Attempts,
            Bytes = run.Bytes,
            DurationSeconds = run.ElapsedSeconds,
            Problems = details.Problems,
            Folder = details.Folder,
            Drift = details.Drift,
            Changes = details.Changes,
            ResumeCommand = isFinal ? null : session.Suggest("resume", run.RunId),
            Error = last.Error,
        };
    }
}
