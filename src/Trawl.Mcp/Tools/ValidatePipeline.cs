using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ValidatePipeline()
    : StructuredTool<ValidatePipelineArguments, PipelineCheck>(McpJson.Default.ValidatePipelineArguments, McpJson.Default.PipelineCheck)
{
    public override string Name => "validate_pipeline";

    public override string Title => "Check a pipeline";

    public override string Purpose =>
        "All errors and warnings of a pipeline at once, each with code, place and fix, and what it would do. Nothing is fetched. Do this before run_pipeline.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override async Task<ApiResult<ToolAnswer<PipelineCheck>>> AnswerAsync(ToolCall call, ValidatePipelineArguments given)
    {
        if (!PipelineInput.Read(call, given.Text, given.File, given.Set).TryGet(out var source, out var refused))
        {
            return refused;
        }

        var validated = await call.Client.ValidateAsync(new ValidateRequest(source), call.Cancel);
        if (!validated.TryGet(out var response, out var error))
        {
            return error;
        }

        var check = Of(response);
        return new ToolAnswer<PipelineCheck>(check, Summary(check));
    }

    private static PipelineCheck Of(ValidateResponse response) => new()
    {
        IsValid = response.IsValid,
        Findings = [.. response.Diagnostics.Select(PipelineFinding.Of)],
        Name = response.Plan?.Name,
        Hosts = response.Plan?.Scope.Hosts ?? [],
        Rules = [.. response.Plan?.Pages.Select(p => p.Name) ?? []],
        Records = [.. response.Plan?.Records.Select(r => new RecordOutline(r.Name, r.Key, [.. r.Fields.Select(f => f.Name)])) ?? []],
        NextStep = response.IsValid
            ? "Try it with run_pipeline and a small maxPages."
            : "Mend the findings from the first on and check again; read_reference explains keys and codes.",
    };

    private static string Summary(PipelineCheck check)
    {
        var errors = check.Findings.Count(f => f.IsError);
        return check.IsValid
            ? FormattableString.Invariant($"The pipeline \"{check.Name}\" is valid, with {check.Findings.Count} warnings. {check.NextStep}")
            : FormattableString.Invariant($"The pipeline has {errors} errors. {check.NextStep}");
    }
}
