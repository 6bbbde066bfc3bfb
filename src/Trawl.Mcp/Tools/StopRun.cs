using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class StopRun() : StructuredTool<StopRunArguments, RunView>(McpJson.Default.StopRunArguments, McpJson.Default.RunView)
{
    private const int Patience = 10;

    public override string Name => "stop_run";

    public override string Title => "Stop or cancel a run";

    public override string Purpose => "Stops a run so that it can be resumed, or cancels it for good.";

    public override ToolHints Hints => ToolHints.Destructive | ToolHints.Idempotent;

    public override Right Needs => Right.Operate;

    protected override async Task<ApiResult<ToolAnswer<RunView>>> AnswerAsync(ToolCall call, StopRunArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        var change = given.Mode == StopMode.Cancel
            ? await call.Client.CancelRunAsync(new CancelRunRequest(id), call.Cancel)
            : await call.Client.StopRunAsync(new StopRunRequest(id), call.Cancel);
        if (change.Error is { } refused)
        {
            return refused;
        }

        await RunWaiting.WaitAsync(call, id, Patience);
        return (await RunFinder.ShowAsync(call, id)).TryGet(out var run, out var error)
            ? new ToolAnswer<RunView>(RunView.Of(run.Run), RunView.Of(run.Run).Sentence())
            : error;
    }
}
