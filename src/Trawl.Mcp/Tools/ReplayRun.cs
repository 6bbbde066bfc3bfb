using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ReplayRun() : StructuredTool<ReplayRunArguments, ReplayReport>(McpJson.Default.ReplayRunArguments, McpJson.Default.ReplayReport)
{
    public override string Name => "replay_run";

    public override string Title => "Replay a run, or try a changed pipeline on it";

    public override string Purpose =>
        "Without the network, from what the run recorded: with a changed pipeline, which records it would add, remove or change; "
        + "without one, whether the run repeats exactly.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Operate;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<ReplayReport>>> AnswerAsync(ToolCall call, ReplayRunArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        return given.Text is null && given.File is null ? await RepeatAsync(call, id) : await CompareAsync(call, id, given);
    }

    private static async Task<ApiResult<ToolAnswer<ReplayReport>>> RepeatAsync(ToolCall call, string id)
    {
        var replayed = await call.Client.ReplayRunAsync(new ReplayRunRequest(id), Share.Teller(call), call.Cancel);
        if (!replayed.TryGet(out var replay, out var error))
        {
            return error;
        }

        var report = new ReplayReport
        {
            Verdict = replay.Verdict.ToString().ToLowerInvariant(),
            Divergence = replay.Divergence is { } d ? $"{d.Sequence} in {d.Place}: {d.Expected} was {d.Got}" : null,
            Pages = replay.Pages,
            Seconds = replay.Seconds,
            Missing = [.. replay.Missing.Take(10)],
        };
        return new ToolAnswer<ReplayReport>(
            report,
            replay.Divergence is { } first
                ? FormattableString.Invariant($"The replay differs from entry {first.Sequence} on, in {first.Place}.")
                : FormattableString.Invariant($"{replay.Pages} pages replayed: {replay.Verdict}. Give text to try a changed pipeline on them."));
    }

    private static async Task<ApiResult<ToolAnswer<ReplayReport>>> CompareAsync(ToolCall call, string id, ReplayRunArguments given)
    {
        if (!PipelineInput.Read(call, given.Text, given.File, given.Set).TryGet(out var source, out var refused))
        {
            return refused;
        }

        // What may not run here may not be tried here: a plugin would be started for it.
        var may = await call.Door.Pipelines.PrepareAsync(new() { Pipeline = source }, call.Caller, call.Cancel);
        if (may.Error is { } not)
        {
            return not;
        }

        var tried = await call.Client.TryPlanAsync(new TryPlanRequest(id, source, given.Limit ?? 5), Share.Teller(call), call.Cancel);
        return tried.TryGet(out var response, out var error) ? Answer(response, given.Limit ?? 5) : error;
    }

    private static ToolAnswer<ReplayReport> Answer(TryPlanResponse tried, int limit)
    {
        var report = new ReplayReport
        {
            Pages = tried.Pages,
            Seconds = tried.Seconds,
            Types = [.. tried.Types.Select(TypeChange.Of)],
            Changes = [.. tried.Records.GroupBy(r => (r.Type, r.Kind)).SelectMany(g => g.Take(limit)).Select(Words)],
            Missing = [.. tried.Missing.Take(10)],
        };
        var changes = string.Join(' ', report.Types.Select(t => FormattableString.Invariant(
            $"{t.Type}: {t.Before} records before, {t.After} after ({t.Added} added, {t.Removed} removed, {t.Changed} changed).")));
        return new ToolAnswer<ReplayReport>(
            report,
            tried.Missing.Count > 0
                ? $"{changes} It also wants pages that were not recorded: only a run can tell."
                : $"{changes} Run it with run_pipeline when this is right.");
    }

    private static string Words(RecordDiff record)
    {
        var fields = record.Fields.Select(f => $"{f.Name}: {f.Before ?? "nothing"} → {f.After ?? "nothing"}");
        return $"{record.Kind.ToString().ToLowerInvariant()} {record.Type} {record.Key} ({string.Join("; ", fields)})";
    }
}
