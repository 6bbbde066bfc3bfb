using System.Text.Json;
using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class CapturePage() : StructuredTool<CapturePageArguments, StartedRun>(McpJson.Default.CapturePageArguments, McpJson.Default.StartedRun)
{
    public override string Name => "capture_page";

    public override string Title => "Fetch and record one page";

    public override string Purpose =>
        "Fetches one page, obeying robots.txt and politeness, as a run of its own, so that read_page and test_selector "
        + "can work on it. The first step of a new pipeline.";

    public override ToolHints Hints => ToolHints.OpenWorld;

    public override Right Needs => Right.Operate;

    public override bool StartsRun => true;

    protected override async Task<ApiResult<ToolAnswer<StartedRun>>> AnswerAsync(ToolCall call, CapturePageArguments given)
    {
        if (!call.Door.Pipelines.Source(Pipeline(given.Url), null, new Dictionary<string, string>()).TryGet(out var source, out var refused))
        {
            return refused;
        }

        if (!(await call.Client.ValidateAsync(new ValidateRequest(source), call.Cancel)).TryGet(out var validated, out var error))
        {
            return error;
        }

        if (validated.Plan is not { } plan)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, $"\"{given.Url}\" is no absolute http or https URL.", validated.Diagnostics[0].Fix);
        }

        if (!call.Door.MayReachPrivate && PrivateReach.Problem(plan) is { } problem)
        {
            return problem;
        }

        var start = new StartRunRequest { Pipeline = source, PublicOnly = !call.Door.MayReachPrivate };
        return (await call.Client.StartRunAsync(start, call.Cancel)).TryGet(out var started, out var failed)
            ? await StartedRuns.AnswerAsync(call, started, given.WaitSeconds ?? 20)
            : failed;
    }

    /// <summary>JSON strings are YAML: whatever the URL holds stays one value. Ranges and placeholders in it do not count.</summary>
    private static string Pipeline(string url)
    {
        var plain = url.Replace("$", "%24", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal);
        return $$"""
            name: capture-page
            start: {{JsonSerializer.Serialize(plain, McpJson.Default.String)}}
            scope: { depth: 0 }
            """;
    }
}
