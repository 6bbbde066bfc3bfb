using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Records;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;
using Trawl.Model.Requests;
using Trawl.Model.Runs;

namespace Trawl.Mcp.Tools;

internal sealed class InspectFailure() : StructuredTool<RunArguments, FailureReport>(McpJson.Default.RunArguments, McpJson.Default.FailureReport)
{
    private const int Shown = 5;
    private const string Failed = "failed";

    public override string Name => "inspect_failure";

    public override string Title => "Find out what went wrong";

    public override string Purpose =>
        "Why a run failed, kept no or invalid records, or lost pages: problems by code with ways out, attempts of an example, broken rules, likely cause.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<FailureReport>>> AnswerAsync(ToolCall call, RunArguments given)
    {
        if (!(await RunFinder.ShowAsync(call, given.Run)).TryGet(out var run, out var unknown))
        {
            return unknown;
        }

        ProblemGroup[] problems = [.. run.Problems.OrderBy(p => p.State == RequestState.Skipped).Take(10).Select(ProblemGroup.Of)];
        var (cause, next) = Judge(run, problems);
        var report = new FailureReport
        {
            RunId = run.Run.RunId,
            Cause = cause,
            NextStep = next,
            Problems = problems,
            ExampleAttempts = await AttemptsAsync(call, run, problems),
            InvalidRecords = await InvalidAsync(call, run),
            Warnings = run.Warnings,
        };
        return new ToolAnswer<FailureReport>(report, $"{cause} {next}");
    }

    private static (string Cause, string Next) Judge(RunDetails run, ProblemGroup[] problems)
    {
        var worst = problems.FirstOrDefault(p => p.State == Failed);
        var kept = run.Run.Records;
        return run.Run.State is RunState.Accepted or RunState.Running or RunState.Publishing ? ("The run is not over.", "Call get_run with waitSeconds.")
            : run.Run.State == RunState.Failed ? ($"The run failed: {run.Run.Reason ?? "no reason was noted"}", WayOut(worst))
            : worst is not null && worst.Count >= run.Run.Requests.Done ? ($"{worst.Count} requests failed: {worst.Meaning}", WayOut(worst))
            : run.Run.Quarantined > kept
                ? ($"{run.Run.Quarantined} records broke a rule and were set aside.",
                    "Call explain_record for one of invalidRecords, then mend its selector or rule.")
            : kept == 0
                ? ("Pages were fetched and no rule made a record of them.",
                    "Call list_requests with state done, then test_selector on one of them with the pipeline's selectors.")
            : worst is not null ? ($"{worst.Count} requests failed, the rest went well: {worst.Meaning}", WayOut(worst))
            : run.Drift.Findings.Count > 0 ? (run.Drift.Findings[0].Message, "Call test_selector with the field's selector on a page of this run.")
            : ("Nothing went wrong.", "Call query_records for the records.");
    }

    private static string WayOut(ProblemGroup? group) => group is null
        ? "Read the warnings, and the journal of the run."
        : $"{group.WayOut} Call explain_url for {group.ExampleUrl ?? "one of them"} to see more.";

    private static async Task<IReadOnlyList<AttemptView>> AttemptsAsync(ToolCall call, RunDetails run, ProblemGroup[] problems)
    {
        var url = problems.FirstOrDefault(p => p.State == Failed)?.ExampleUrl;
        return url is not null && (await call.Client.ExplainAsync(new ExplainRequest(run.Run.RunId, url), call.Cancel)).TryGet(out var story, out _)
            ? [.. story.Attempts.TakeLast(Shown).Select(AttemptView.Of)]
            : [];
    }

    private static async Task<IReadOnlyList<string>> InvalidAsync(ToolCall call, RunDetails run)
    {
        var listed = await call.Client.ListQuarantineAsync(new ListRecordsRequest { RunId = run.Run.RunId, Limit = Shown }, call.Cancel);
        return listed.TryGet(out var page, out _)
            ? [.. page.Records.Select(r => $"#{r.Id} {r.Type} of {r.Url}: {string.Join("; ", r.Problems.Select(p => $"{p.Field} {p.Rule}: {p.Message}"))}")]
            : [];
    }
}
