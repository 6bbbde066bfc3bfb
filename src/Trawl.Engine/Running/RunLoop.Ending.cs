using Trawl.Engine.Attempts;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Journal;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    /// <summary>Answers true when the end of this phase is durable.</summary>
    private bool ConsiderEnd()
    {
        if (_ended)
        {
            return !_committing;
        }

        if (_end == EndReason.None ? IsDrained() : (_inFlight == 0 || IsPatienceOver()) && !_committing)
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
        await AwaitRoomAsync();
        Report(final: false);
        IReadOnlyList<PublishedOutput> outputs;
        IReadOnlyList<RunFinding> review = [];
        try
        {
            outputs = await _options.Publisher.PublishAsync(_plan, _outputs.Token);
            if (_options.Review is { } reviewer && _options.Publisher.Fatal is null && !_cancelRequested)
            {
                review = await reviewer.ReviewAsync(_plan, _outputs.Token);
            }
        }
        catch (OperationCanceledException) when (_outputs.IsCancellationRequested)
        {
            return Result([]) with { Reason = "The run was stopped while its outputs were written; resume writes them again." };
        }
        catch (IOException error)
        {
            return Result([]) with { Reason = $"The outputs could not be written: {error.Message}" };
        }

        foreach (var output in outputs)
        {
            Note(JournalKind.OutputPublished, null, JournalData.Output(output));
        }

        foreach (var finding in review)
        {
            Note(finding.Kind, null, finding.Data);
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
