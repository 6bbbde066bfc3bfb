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

        return Of(run.Run, started.Created, [.. started.Warnings.Select(w => $"{w.Code} line {w.Line}: {w.Message} {w.Fix}")]);
    }

    public static ToolAnswer<StartedRun> Of(RunSummary run, bool created, IReadOnlyList<string> warnings)
    {
        var view = RunView.Of(run);
        return new ToolAnswer<StartedRun>(new StartedRun(view, created, warnings), view.Sentence())
        {
            Links = [TrawlUris.Link(TrawlUris.Run(run.RunId), "run")],
        };
    }
}
