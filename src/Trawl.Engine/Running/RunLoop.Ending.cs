using Trawl.Engine.Attempts;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Budgets;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Journal;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    private string? _spent;

    private void ConsiderStopping()
    {
        if (_cancelRequested && !_ended && _end is (EndReason.None or EndReason.Stopped))
        {
            _end = EndReason.Cancelled;
            _reason = "The run was cancelled.";
            Note(JournalKind.CancelRequested, null, "{}");
            _attempts.Cancel();
        }

        if ((_stopRequested || _stopNowRequested) && _end == EndReason.None)
        {
            _end = EndReason.Stopped;
            _reason = "The run was stopped; resume goes on.";
        }

        if (_stopNowRequested)
        {
            _attempts.Cancel();
        }
    }

    /// <summary>Whether nothing new may begin; ends the run once what is under way is in and a budget is spent.</summary>
    private bool BudgetReached()
    {
        if (_end != EndReason.None)
        {
            return true;
        }

        if (!IsBudgetSpent())
        {
            return false;
        }

        if (_inFlight == 0)
        {
            _end = EndReason.Budget;
            _reason = $"The budget of {_spent} is used up.";
            Note(JournalKind.BudgetReached, null, JournalData.Budget(_spent!, _reason));
        }

        return true;
    }

    /// <summary>Whether a budget is spent, counting what is under way.</summary>
    private bool IsBudgetSpent()
    {
        _spent = _budget.Spent(new BudgetUse(_counters.Done + _inFlight + SettledDone(), _inFlight, _counters.Bytes, Elapsed()));
        return _spent is not null;
    }

    /// <summary>Pages that are settled but not yet in the counters: waiting for a commit, or in one.</summary>
    private int SettledDone() => _settled.Count(s => s.As == SettledAs.Done) + _committingDone;

    /// <summary>Answers true when the end of this phase is durable.</summary>
    private bool ConsiderEnd()
    {
        if (_ended)
        {
            return !_committing;
        }

        if (_end == EndReason.None ? IsDrained() : _inFlight == 0 && !_committing)
        {
            _end = _end == EndReason.None ? EndReason.Drained : _end;
            _attempts.Cancel();
            CommitEnd();
        }

        return false;
    }

    private bool IsDrained() =>
        !_admissionOpen && !_committing && _inFlight == 0 && _leasedAhead == 0
        && _settled.Count == 0 && _admitted.Count == 0
        && _counters.Queued == 0 && _counters.Leased == 0;

    private void CommitEnd()
    {
        var end = DecideEnd();
        if (end.State == RunState.Interrupted)
        {
            ReleaseReady();
        }

        _ended = true;
        (_state, _reason) = (end.State, end.Reason);
        Note(KindOf(end.State), null, JournalData.Ended(end));
        Commit(MakeBatch(_clock.GetUtcNow()) with { End = end });
    }

    private RunEnd DecideEnd() => _end switch
    {
        EndReason.Stopped => new RunEnd(RunState.Interrupted, _reason, null),
        EndReason.Fatal => new RunEnd(RunState.Failed, _reason, ErrorCode.SkipCancelled),
        EndReason.Cancelled => new RunEnd(RunState.Publishing, _reason, ErrorCode.SkipCancelled),
        EndReason.Budget => new RunEnd(RunState.Publishing, _reason, ErrorCode.SkipBudget),
        _ when _counters.Done == 0 && _counters.Failed + _counters.Skipped > 0 =>
            new RunEnd(RunState.Failed, "Not one page could be fetched.", null),
        _ => new RunEnd(RunState.Publishing, null, null),
    };

    private static JournalKind KindOf(RunState state) => state switch
    {
        RunState.Interrupted => JournalKind.RunInterrupted,
        RunState.Publishing => JournalKind.RunDrained,
        _ => JournalKind.RunFinished,
    };

    private void ReleaseReady()
    {
        foreach (var host in _hosts.Values)
        {
            while (host.Ready.TryDequeue(out var request))
            {
                _settled.Add(AttemptRunner.Released(request, _clock.GetUtcNow()));
            }
        }
    }

    /// <summary>Writes the outputs and the final state. A crash in between repeats this part alone.</summary>
    private async Task<RunResult> PublishAsync()
    {
        Report(final: false);
        IReadOnlyList<PublishedOutput> outputs;
        string? review = null;
        try
        {
            outputs = await _options.Publisher.PublishAsync(_plan, CancellationToken.None);
            if (_options.Review is { } reviewer && _options.Publisher.Fatal is null && !_cancelRequested)
            {
                review = await reviewer.ReviewAsync(_plan, CancellationToken.None);
            }
        }
        catch (IOException error)
        {
            return Result([]) with { Reason = $"The outputs could not be written: {error.Message}" };
        }

        foreach (var output in outputs)
        {
            Note(JournalKind.OutputPublished, null, JournalData.Output(output));
        }

        if (review is not null)
        {
            Note(JournalKind.DriftJudged, null, review);
        }

        var end = _options.Publisher.Fatal is { } fatal
            ? new RunEnd(RunState.Failed, fatal, null)
            : new RunEnd(_cancelRequested ? RunState.Cancelled : RunState.Completed, _reason, null);
        (_state, _reason) = (end.State, end.Reason);
        Note(JournalKind.RunFinished, null, JournalData.Ended(end));
        var result = await _options.Store.CommitAsync(MakeBatch(_clock.GetUtcNow()) with { End = end, Wants = [] }, CancellationToken.None);
        _counters = result.Counters;
        CrashPoints.Reach(CrashPoint.RunFinished);
        return Result(outputs);
    }

    private RunResult Result(IReadOnlyList<PublishedOutput> outputs)
    {
        Report(final: true);
        return new RunResult(_state, _reason, _counters, Elapsed(), outputs);
    }
}
