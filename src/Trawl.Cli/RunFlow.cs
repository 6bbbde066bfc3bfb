using Trawl.Api.Runs;
using Trawl.Cli.Progress;
using Trawl.Cli.Summaries;
using Trawl.Model.Drift;
using Trawl.Model.Runs;

namespace Trawl.Cli;

/// <summary>Follows a run to its end: progress, signals, summary, exit code.</summary>
internal sealed class RunFlow(CliSession session, string runId, bool strict)
{
    private IProgressView? _view;

    /// <summary>Shown in place of the usual suggestions.</summary>
    public Func<CliSession, RunDetails, Task>? Afterwards { get; init; }

    public async Task<int> FollowAsync()
    {
        using var signals = new StopSignals(session.Clock, OnSignal);
        var last = await ShowProgressAsync();
        var shown = await session.Client.ShowRunAsync(new ShowRunRequest(runId), CancellationToken.None);
        if (!shown.TryGet(out var details, out var error))
        {
            return session.Refuse(last.Error ?? error);
        }

        var outcome = RunOutcomes.Of(details, last, session);
        var summary = new RunSummaryView(session);
        summary.Write(details, outcome);
        if (Afterwards is not null && details.Run.State == RunState.Completed)
        {
            await Afterwards(session, details);
        }
        else
        {
            summary.WriteNext(details, outcome);
        }

        if (session.IsJson)
        {
            session.Data.WriteJson(outcome, CliJson.Readable.RunOutcome);
        }

        await FinishGuestsAsync(signals);
        return CodeOf(details, last);
    }

    private async Task<RunSnapshot> ShowProgressAsync()
    {
        RunSnapshot? last = null;
        (string? Code, bool? IsPaused) held = default;
        await using var view = ProgressViews.Choose(session.Talk, session.Clock);
        _view = view;
        await foreach (var snapshot in session.Client.FollowRunAsync(new FollowRunRequest(runId), CancellationToken.None))
        {
            last = snapshot;
            view.Show(snapshot);
            if ((snapshot.HeldBack?.Code, snapshot.HeldBack?.IsPaused) is var now && now != held)
            {
                held = now;
                view.Note(RunWords.HeldBack(snapshot.HeldBack));
            }
        }

        _view = null;
        return last!;
    }

    private void OnSignal(int count)
    {
        _view?.Note(count == 1
            ? "Stopping: finishing and saving what is under way, 10 seconds at most. Press Ctrl-C again to stop at once."
            : "Stopping at once.");
        _ = session.Client.StopRunAsync(new StopRunRequest(runId, AtOnce: count > 1), CancellationToken.None);
    }

    /// <summary>This process is the engine of others too: their runs are not to suffer from ours having ended.</summary>
    private async Task FinishGuestsAsync(StopSignals own)
    {
        var guests = session.Guests;
        if (guests == 0)
        {
            return;
        }

        own.Dispose();
        using var enough = new CancellationTokenSource();
        using var signals = new StopSignals(session.Clock, _ => enough.Cancel());
        session.Talk.Say($"Finishing {(guests == 1 ? "1 run" : $"{guests} runs")} started by another trawl. Press Ctrl-C to hand over.");
        await session.Local.DrainAsync(enough.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private int CodeOf(RunDetails details, RunSnapshot last)
    {
        if (last.Error is { } error)
        {
            return CliSession.CodeOf(error.Kind);
        }

        return details.Run.State switch
        {
            RunState.Completed when strict && IsIncomplete(details.Run) => ExitCode.Incomplete,
            RunState.Completed => details.Drift.State == DriftState.Drifted ? ExitCode.Drifted : ExitCode.Ok,
            RunState.Failed => ExitCode.RunFailed,
            RunState.Publishing => ExitCode.NotNow,
            _ => ExitCode.Stopped,
        };
    }

    private static bool IsIncomplete(RunSummary run) => run.Requests.Failed + run.Quarantined + run.Dropped > 0;
}
