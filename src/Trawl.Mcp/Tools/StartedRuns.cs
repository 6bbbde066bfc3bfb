using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Resources;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

/// <summary>The answer of tools that start a run.</summary>
internal static class StartedRuns
{
    public static async Task<ApiResult<ToolAnswer<StartedRun>>> AnswerAsync(ToolCall call, StartRunResponse started, int waitSeconds)
    {
        await RunWaiting.WaitAsync(call, started.RunId, waitSeconds);
        if (!(await RunFinder.ShowAsync(call, started.RunId)).TryGet(out var run, out var error))
        {
            return error;
        }

        var view = RunView.Of(run.Run);
        var warnings = started.Warnings.Select(w => $"{w.Code} line {w.Line}: {w.Message} {w.Fix}").ToArray();
        return new ToolAnswer<StartedRun>(new StartedRun(view, started.Created, warnings), view.Sentence())
        {
            Links = [TrawlUris.Link(TrawlUris.Run(started.RunId), "run")],
        };
    }
}
