using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Resources;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class GetRun() : StructuredTool<GetRunArguments, RunReport>(McpJson.Default.GetRunArguments, McpJson.Default.RunReport)
{
    private const int Groups = 10;

    public override string Name => "get_run";

    public override string Title => "Look at a run, or wait for it";

    public override string Purpose => "State, counts, records by type, problems by code, warnings, drift and outputs of a run.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override async Task<ApiResult<ToolAnswer<RunReport>>> AnswerAsync(ToolCall call, GetRunArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        await RunWaiting.WaitAsync(call, id, given.WaitSeconds ?? 0);
        if (!(await RunFinder.ShowAsync(call, id)).TryGet(out var run, out var error))
        {
            return error;
        }

        var report = Of(run);
        return new ToolAnswer<RunReport>(report, report.Run.Sentence())
        {
            Links = [TrawlUris.Link(TrawlUris.Journal(id), "journal"), TrawlUris.Link(TrawlUris.Records(id), "records")],
        };
    }

    private static RunReport Of(RunDetails run) => new()
    {
        Run = RunView.Of(run.Run),
        Records = run.Records,
        Problems = [.. run.Problems.Take(Groups).Select(ProblemGroup.Of)],
        Warnings = run.Warnings,
        Drift = run.Drift.State.ToString(),
        DriftFindings = [.. run.Drift.Findings.Take(Groups).Select(f => f.Message)],
        Outputs = [.. run.Outputs.Select(o => o.Path)],
    };
}
