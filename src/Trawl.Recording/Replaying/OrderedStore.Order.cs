using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

public sealed partial class OrderedStore
{
    private const string Loop = "Trawl.Engine, the loop";

    /// <summary>Whether the next entry is one that the engine writes when nothing is left to do.</summary>
    private bool IsEnding => _script.Head?.Kind is JournalKind.RunDrained or JournalKind.RunFinished or JournalKind.OutputPublished;

    /// <summary>Whether the run reached its end here, so that the engine leaves by itself.</summary>
    private bool IsFinished { get; set; }

    /// <summary>Takes entry after entry while what belongs there is at hand and one transaction holds it.</summary>
    private void Compose()
    {
        while (!_script.IsPartOver && Satisfy(_script.Head!))
        {
            _plan.Written(_script.Head!);
            _script.Next();
        }
    }

    private bool Satisfy(JournalEntry entry) => entry.Kind switch
    {
        JournalKind.AttemptSettled => _composer.TakesSettlements && TakeSettlement(entry),
        JournalKind.RequestsAdmitted => _composer.TakesAdmissions && TakeChunk(entry),
        JournalKind.RunDrained or JournalKind.RunFinished => TakeEnd(entry),
        _ when EntryData.IsOutcome(entry.Kind) => TakeNote(entry),
        _ => TakeInput(entry),
    };

    private bool TakeSettlement(JournalEntry entry)
    {
        if (_inbox.TakeSettlement(entry.RequestId ?? 0) is not { } settlement)
        {
            return false;
        }

        _composer.Add(entry, settlement);
        return true;
    }

    private bool TakeChunk(JournalEntry entry)
    {
        if (_inbox.TakeChunk(entry.RequestId) is not { } chunk)
        {
            return false;
        }

        _composer.Add(entry, chunk);
        return true;
    }

    private bool TakeNote(JournalEntry entry)
    {
        if (_inbox.TakeNote(entry) is not { } note)
        {
            return false;
        }

        _composer.Add(entry, note);
        return true;
    }

    /// <summary>What came from outside is given, and what followed from it follows again.</summary>
    private bool TakeInput(JournalEntry entry)
    {
        _composer.Add(entry, entry);
        switch (entry.Kind)
        {
            case JournalKind.BudgetReached:
                _budgetSpent = true;
                _budget.Spend(EntryData.Text(entry, "budget") ?? "");
                break;
            case JournalKind.CancelRequested:
                _cancelled = true;
                break;
        }

        return true;
    }

    private bool TakeEnd(JournalEntry entry)
    {
        if (_inbox.End is null)
        {
            _cancelNow |= _cancelled && !_budgetSpent && entry.Kind == JournalKind.RunDrained
                && EntryData.Text(entry, "reason") is not null;
            return false;
        }

        if (_inbox.TakeNote(entry) is not { } note)
        {
            throw Stopped(entry, _inbox.Leftover() ?? "another end of the run", Loop);
        }

        if (!_cancelNow && _inbox.Leftover() is { } leftover)
        {
            throw Stopped(entry, leftover, Loop);
        }

        _composer.Add(entry, note);
        _composer.Add(_inbox.TakeEnd());
        IsFinished = true;
        return true;
    }

    /// <summary>The engine has nothing in hand and the next entry is not there: it never will be.</summary>
    private void ThrowIfStuck()
    {
        if (IsFinished && _script.IsPartOver)
        {
            return;
        }

        var head = _script.Head!;
        if (_inbox.End is not null)
        {
            throw Stopped(head, _inbox.Leftover() ?? $"the run ends as {_inbox.End.State}: {_inbox.End.Reason}", Loop);
        }

        if (_plan.Outstanding > 0 || IsStillComing(head))
        {
            return;
        }

        throw Stopped(head, _inbox.Leftover() ?? "nothing: the engine has nothing left to do", Place(head));
    }

    private bool IsStillComing(JournalEntry head) => head.Kind switch
    {
        JournalKind.RequestsAdmitted or JournalKind.Warning => head.RequestId is null && _inbox.StartPoints < _startPoints,
        JournalKind.RunDrained or JournalKind.RunFinished or JournalKind.OutputPublished =>
            IsFinished || _budgetSpent || _cancelNow || _inbox.StartPoints < _startPoints
            || _latest!.Counters is { Queued: 0, Leased: 0 } || _plan.WasFatal,
        _ => false,
    };

    private static string Place(JournalEntry entry) => entry.Kind switch
    {
        JournalKind.AttemptSettled => $"request {entry.RequestId}",
        JournalKind.RobotsFetched => $"robots.txt of {EntryData.Text(entry, "host")}",
        JournalKind.RequestsAdmitted => "Trawl.Engine, admission",
        _ => Loop,
    };

    private static ReplayStoppedException Stopped(JournalEntry expected, string got, string place) =>
        new(new Divergence(expected.Sequence, EntryText.Of(expected), got, place));
}
