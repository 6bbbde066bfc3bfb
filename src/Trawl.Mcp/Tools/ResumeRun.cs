using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ResumeRun() : StructuredTool<RunArguments, RunView>(McpJson.Default.RunArguments, McpJson.Default.RunView)
{
    public override string Name => "resume_run";

    public override string Title => "Go on with a run";

    public override string Purpose => "Goes on with a run that was stopped or whose engine died, where its last commit left it. Leaves others as they are.";

    public override ToolHints Hints => ToolHints.OpenWorld | ToolHints.Idempotent;

    public override Right Needs => Right.Operate;

    protected override async Task<ApiResult<ToolAnswer<RunView>>> AnswerAsync(ToolCall call, RunArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        // No environment: the assistant may have written the run's headers, and would have it sent where it likes.
        var resume = new ResumeRunRequest(id, new Dictionary<string, string>());
        if ((await call.Client.ResumeRunAsync(resume, call.Cancel)).Error is { } refused)
        {
            return refused;
        }

        return (await RunFinder.ShowAsync(call, id)).TryGet(out var run, out var error)
            ? new ToolAnswer<RunView>(RunView.Of(run.Run), RunView.Of(run.Run).Sentence())
            : error;
    }
}
