using Trawl.Engine.Seams.Budgets;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Engine.Running;

/// <content>
/// The tree of cancellation: the run above its attempts (exchange, page, plugins, robots.txt, start points) and its outputs.
/// A wish to end comes in from any thread; the loop heeds it in its turn and writes it down.
/// </content>
internal sealed partial class RunLoop
{
    private readonly CancellationTokenSource _attempts = new();
    private readonly CancellationTokenSource _outputs = new();
    private volatile bool _stopRequested;
    private volatile bool _stopNowRequested;
    private volatile bool _cancelRequested;
    private DateTimeOffset? _graceEndsAt;
    private DateTimeOffset? _patienceEndsAt;
    private string? _spent;

    public void RequestStop()
    {
        _stopRequested = true;
        Wake();
    }

    public void RequestStopNow()
    {
        _stopNowRequested = true;
        _outputs.Cancel();
        Wake();
    }

    public void RequestCancel()
    {
        _cancelRequested = true;
        Wake();
    }

    private void ConsiderStopping()
    {
        if (_cancelRequested && !_ended && _end is (EndReason.None or EndReason.Stopped))
        {
            _end = EndReason.Cancelled;
            _reason = "The run was cancelled.";
            Note(JournalKind.CancelRequested, null, "{}");
        }

        if (_cancelRequested && !_ended && _patienceEndsAt is null)
        {
            BreakOff();
        }

        if ((_stopRequested || _stopNowRequested) && _end == EndReason.None)
        {
            _end = EndReason.Stopped;
            _reason = "The run was stopped; resume goes on.";
            Note(JournalKind.StopRequested, null, JournalData.Stop(_stopNowRequested ? "at once" : "graceful", _inFlight));
        }

        if (_stopNowRequested && !_ended && _patienceEndsAt is null)
        {
            HastenStop();
            BreakOff();
        }
    }

    /// <summary>What was asked for gently is carried out at once: the journal tells how much that broke off.</summary>
    private void HastenStop()
    {
        if (_end == EndReason.Stopped && _stopRequested && _inFlight > 0)
        {
            _reason = "The run was stopped, and what was under way was broken off; resume goes on.";
            Note(JournalKind.StopRequested, null, JournalData.Stop("hastened", _inFlight));
        }
    }

    /// <summary>Ends every attempt; those that do not heed it are waited for no longer than the options say.</summary>
    private void BreakOff()
    {
        _patienceEndsAt ??= After(_options.Patience);
        _attempts.Cancel();
    }

    /// <summary>
    /// Whether an attempt that does not end is left to itself. Its request keeps its lease, as if this process had died:
    /// the end of a cancelled run settles it, and the next engine of a stopped one puts it back.
    /// </summary>
    private bool IsPatienceOver() => _patienceEndsAt <= _clock.GetUtcNow();

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

        KeepDeadline();
        if (_inFlight == 0 || IsPatienceOver())
        {
            _end = EndReason.Budget;
            _reason = $"The budget of {_spent} is used up.";
            Note(JournalKind.BudgetReached, null, JournalData.Budget(_spent!, _reason));
        }

        return true;
    }

    /// <summary>A budget of time is a deadline: what is under way has the time of grace behind it, and no more.</summary>
    private void KeepDeadline()
    {
        if (_plan.Scope.Time is { } time && Elapsed() >= time)
        {
            _graceEndsAt ??= After(_options.Grace);
            if (_graceEndsAt <= _clock.GetUtcNow())
            {
                BreakOff();
            }
        }
    }

    /// <summary>Whether a budget is spent, counting what is under way.</summary>
    private bool IsBudgetSpent()
    {
        _spent = _budget.Spent(new BudgetUse(_counters.Done + _inFlight + SettledDone(), _inFlight, _counters.Bytes, Elapsed()));
        return _spent is not null;
    }

    /// <summary>Pages that are settled but not yet in the counters: waiting for a commit, or in one.</summary>
    private int SettledDone() => _settled.Count(s => s.As == SettledAs.Done) + _committingDone;

    private DateTimeOffset? After(TimeSpan wait) => wait == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + wait;
}
