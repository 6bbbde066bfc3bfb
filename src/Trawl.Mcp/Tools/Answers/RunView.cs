using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Model.Runs;

namespace Trawl.Mcp.Tools.Answers;

/// <summary>A run, the same in every answer. Flat and without enums: its schema is in most tools' descriptions.</summary>
internal sealed record RunView
{
    public required string RunId { get; init; }

    public required string Pipeline { get; init; }

    public required string State { get; init; }

    public required bool IsOver { get; init; }

    public string? Reason { get; init; }

    public required string AcceptedAt { get; init; }

    public required double Seconds { get; init; }

    public required long Done { get; init; }

    public required long Failed { get; init; }

    public required long Skipped { get; init; }

    public required long ToGo { get; init; }

    public required long Records { get; init; }

    public required long Quarantined { get; init; }

    public required string NextStep { get; init; }

    public static RunView Of(RunSummary run) => new()
    {
        RunId = run.RunId,
        Pipeline = run.Pipeline,
        State = run.State.ToString().ToLowerInvariant(),
        IsOver = run.State is RunState.Completed or RunState.Failed or RunState.Cancelled,
        Reason = run.Reason,
        AcceptedAt = run.AcceptedAt.ToString("O"),
        Seconds = Math.Round(run.ElapsedSeconds, 1),
        Done = run.Requests.Done,
        Failed = run.Requests.Failed,
        Skipped = run.Requests.Skipped,
        ToGo = run.Requests.Queued + run.Requests.InFlight,
        Records = run.Records,
        Quarantined = run.Quarantined,
        NextStep = NextSteps.After(run),
    };

    public string Sentence() => FormattableString.Invariant(
        $"Run {RunId} of \"{Pipeline}\" is {State}: {Done:N0} pages done, {Failed:N0} failed, {Skipped:N0} skipped, {ToGo:N0} to go; ")
        + FormattableString.Invariant($"{Records:N0} records. {NextStep}");
}
