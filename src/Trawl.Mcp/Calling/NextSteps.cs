using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Model.Runs;

namespace Trawl.Mcp.Calling;

/// <summary>What an assistant does best after an answer.</summary>
internal static class NextSteps
{
    public static string After(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.NotFound => "call list_runs for the runs there are, or list_requests for the URLs of a run.",
        ApiErrorKind.InvalidPipeline => "mend the pipeline as said, check it with validate_pipeline, and call again; read_reference explains keys and codes.",
        ApiErrorKind.InvalidRequest => "correct the argument and call again.",
        ApiErrorKind.Conflict => "call get_run to see the run's state.",
        ApiErrorKind.Unavailable => "wait some seconds and call again.",
        ApiErrorKind.StoreFailed => "tell the user: the disk of this machine refuses to be written or read.",
        _ => "tell the user: this is an error inside Trawl that should be reported.",
    };

    public static string After(RunSummary run) => run.State switch
    {
        RunState.Accepted or RunState.Running or RunState.Publishing =>
            "Call get_run with waitSeconds to wait for it; if no engine works on it, resume_run goes on.",
        RunState.Interrupted => "Call resume_run to go on where it stopped.",
        RunState.Completed when run.Records == 0 => "Call inspect_failure: it fetched pages and kept no records.",
        RunState.Completed when run.Requests.Failed > 0 || run.Quarantined > 0 =>
            "Call query_records for its records, inspect_failure for what went wrong.",
        RunState.Completed or RunState.Cancelled => "Call query_records for its records.",
        _ => "Call inspect_failure to see why.",
    };
}
