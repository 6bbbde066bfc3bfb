using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;
using Trawl.Model.Plans;

namespace Trawl.Mcp.Tools;

internal sealed class RunPipeline() : StructuredTool<RunPipelineArguments, StartedRun>(McpJson.Default.RunPipelineArguments, McpJson.Default.StartedRun)
{
    public override string Name => "run_pipeline";

    public override string Title => "Run a pipeline";

    public override string Purpose =>
        "Starts a durable run: fetches other people's pages, politely. The run goes on when this call ends or is cancelled; get_run watches it.";

    public override ToolHints Hints => ToolHints.OpenWorld;

    public override Right Needs => Right.Operate;

    public override bool StartsRun => true;

    protected override async Task<ApiResult<ToolAnswer<StartedRun>>> AnswerAsync(ToolCall call, RunPipelineArguments given)
    {
        if (!(await PrepareAsync(call, given)).TryGet(out var request, out var refused))
        {
            return refused;
        }

        return (await call.Client.StartRunAsync(request, call.Cancel)).TryGet(out var started, out var error)
            ? await StartedRuns.AnswerAsync(call, started, given.WaitSeconds ?? 0)
            : error;
    }

    private static async Task<ApiResult<StartRunRequest>> PrepareAsync(ToolCall call, RunPipelineArguments given)
    {
        if (!PipelineInput.Read(call, given.Text, given.File, given.Set).TryGet(out var source, out var refused))
        {
            return refused;
        }

        if (!(await call.Client.ValidateAsync(new ValidateRequest(source), call.Cancel)).TryGet(out var validated, out var error))
        {
            return error;
        }

        if (validated.Plan is not { } plan)
        {
            return new ApiError(ApiErrorKind.InvalidPipeline, "The pipeline has errors.") { Diagnostics = [.. validated.Diagnostics.Where(d => d.IsError)] };
        }

        if (given.File is null && !call.Door.MayReachPrivate && PrivateReach.Problem(plan) is { } problem)
        {
            return problem;
        }

        var request = given.MaxPages is { } most
            ? new StartRunRequest { Plan = Limit(plan, most), Environment = source.Environment }
            : new StartRunRequest { Pipeline = source };
        var prepared = await call.Door.Pipelines.PrepareAsync(request with { IdempotencyKey = given.IdempotencyKey }, call.Caller, call.Cancel);
        return prepared.TryGet(out var may, out var not)
            ? may with { PublicOnly = may.PublicOnly || (given.File is null && !call.Door.MayReachPrivate) }
            : not;
    }

    private static PipelinePlan Limit(PipelinePlan plan, long most) =>
        plan with { Scope = plan.Scope with { Pages = Math.Min(most, plan.Scope.Pages ?? most) } };
}
