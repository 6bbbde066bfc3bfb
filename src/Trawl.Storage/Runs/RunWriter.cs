using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Model.Requests;
using Trawl.Model.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Applies batches, one transaction each. Used by one thread at a time.</summary>
internal sealed class RunWriter
{
    private readonly SqliteDatabase _database;
    private readonly ProgressRow _progress;
    private readonly HostTable _hosts;
    private readonly RequestTable _requests;
    private readonly RecordTable _records;
    private readonly JournalTable _journal;
    private readonly ExchangeTable _exchanges;
    private readonly DepthGraph? _depths;
    private readonly SettlementJson _json = new();
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private int _noted;

    internal RunWriter(SqliteDatabase database, PipelinePlan plan)
    {
        _database = database;
        _progress = new ProgressRow(database);
        _hosts = new HostTable(database);
        _requests = new RequestTable(database, _progress, _hosts);
        _records = new RecordTable(database, _progress);
        _journal = new JournalTable(database);
        _exchanges = new ExchangeTable(database);
        _depths = plan.Scope.Depth is { } limit ? new DepthGraph(database, _requests, limit) : null;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
    }

    internal ProgressRow Progress => _progress;

    /// <summary>Takes a new epoch and puts old leases back; the number of those.</summary>
    internal int TakeOver()
    {
        var reclaimed = 0;
        Transact(() =>
        {
            CrashPoints.Reach(CrashPoint.RecoveryStarted);
            _progress.Load();
            if (!_progress.IsFinal)
            {
                _progress.Epoch++;
                reclaimed = _requests.Reclaim();
                _hosts.Flush([]);
                _progress.Save();
            }
        });
        CrashPoints.Reach(CrashPoint.RecoveryCommitted);
        return reclaimed;
    }

    internal DateTimeOffset? NextWaiting() => _requests.NextWaiting();

    internal CommitResult Commit(CommitBatch batch)
    {
        CommitResult? result = null;
        Transact(() =>
        {
            _progress.Load();
            Fence(batch.Epoch);
            CrashPoints.Reach(CrashPoint.CommitBegun);
            result = Apply(batch);
            CrashPoints.Reach(CrashPoint.CommitReady);
        });
        CrashPoints.Reach(CrashPoint.CommitDone);
        return result!;
    }

    private CommitResult Apply(CommitBatch batch)
    {
        var now = Times.Store(batch.Now);
        _requests.QueueDue(now);
        _noted = 0;
        for (var i = 0; i < batch.Settlements.Count; i++)
        {
            NoteUntil(batch, i);
            Settle(batch.Settlements[i], batch.Epoch);
        }

        CrashPoints.Reach(CrashPoint.CommitHalfway);
        foreach (var admission in batch.Admissions)
        {
            Admit(admission);
        }

        ApplyRest(batch, now);
        var leased = new List<LeasedRequest>();
        foreach (var want in batch.Wants)
        {
            _requests.Lease(want, batch.Epoch, leased);
        }

        foreach (var id in batch.Leases)
        {
            _requests.Lease(id, batch.Epoch, leased);
        }

        return Finish(leased);
    }

    private void ApplyRest(CommitBatch batch, long now)
    {
        foreach (var host in batch.Hosts)
        {
            _hosts.Update(host);
        }

        if (batch.Capture is { } capture)
        {
            _exchanges.Add(capture);
        }

        _progress.Elapsed = Times.Store(batch.Elapsed);
        NoteUntil(batch, int.MaxValue);
        if (batch.End is { } end)
        {
            End(end, now);
        }
    }

    /// <summary>Keeps the journal in the order in which things were observed, outcomes and all else.</summary>
    private void NoteUntil(CommitBatch batch, int settled)
    {
        for (; _noted < batch.Journal.Count && batch.Journal[_noted].After <= settled; _noted++)
        {
            var entry = batch.Journal[_noted].Entry;
            _journal.Append(entry.At, entry.Kind, entry.RequestId, entry.Data);
        }
    }

    private CommitResult Finish(List<LeasedRequest> leased)
    {
        var changed = new List<HostWork>();
        _hosts.Flush(changed);
        _records.Flush();
        _progress.Save();
        return new CommitResult
        {
            Leased = leased,
            Hosts = changed,
            Counters = _progress.Counters,
            LastRequestId = _requests.LastId,
            NextWaitingAt = _requests.NextWaiting(),
            CancelRequested = _progress is { CancelRequested: true, IsFinal: false },
        };
    }

    private void Settle(Settlement settlement, int epoch)
    {
        if (settlement.As == SettledAs.Released)
        {
            _requests.Release(settlement.Request, epoch);
            return;
        }

        if (settlement is { As: SettledAs.Retry, Records.Count: > 0 })
        {
            throw new InvalidOperationException(
                $"Request {settlement.Request.Id} goes back to wait and has records: they would be stored twice.");
        }

        var added = AddChildren(settlement);
        var known = settlement.KnownLinks + settlement.Children.Count - added;
        _requests.Settle(settlement, epoch, added, known);
        _records.Add(settlement.Request.Id, settlement.Records);
        _journal.Append(
            settlement.At, JournalKind.AttemptSettled, settlement.Request.Id, _json.Write(settlement, added, known));
    }

    private int AddChildren(Settlement settlement)
    {
        if (settlement.Children.Count == 0)
        {
            return 0;
        }

        var added = 0;
        var parent = settlement.Request;
        var now = Times.Store(settlement.At);
        var parentDepth = _depths?.DepthOf(parent.Id) ?? parent.Depth;
        foreach (var child in settlement.Children)
        {
            var cost = Math.Clamp(child.Depth - parent.Depth, 0, 1);
            var depth = _depths is null ? child.Depth : parentDepth + cost;
            added += Add(child, parent.Id, depth, now, out var id) ? 1 : 0;
            _depths?.Link(parent.Id, id, cost);
        }

        return added;
    }

    private void Admit(AdmissionChunk chunk)
    {
        var now = Times.Store(chunk.At);
        var before = _requests.LastId;
        foreach (var request in chunk.Requests)
        {
            Add(request, request.ParentId, request.Depth, now, out _);
        }

        _progress.StartPoints = chunk.StartPointsAdmitted ?? _progress.StartPoints;
        _journal.Append(
            chunk.At, JournalKind.RequestsAdmitted, chunk.RequestId,
            AdmissionJson.Write(chunk, (int)(_requests.LastId - before), before + 1));
    }

    private bool Add(NewRequest request, long? parentId, int depth, long now, out long id)
    {
        var state = request.SkipCode is not null
            ? RequestState.Skipped
            : _depths?.StateAt(depth) ?? RequestState.Queued;
        id = _requests.Add(request, parentId, depth, state, now);
        if (id != 0)
        {
            return true;
        }

        if (_depths is not null)
        {
            id = _requests.Find(request.Fingerprint);
            _depths.Offer(id, depth);
        }

        return false;
    }

    private void End(RunEnd end, long now)
    {
        if (_progress.IsFinal)
        {
            throw new InvalidOperationException(
                $"The run is {_progress.State} and cannot become {end.State}: a final state never changes.");
        }

        var isOver = end.State >= RunState.Publishing;
        if (isOver)
        {
            _requests.SkipParked(ErrorCode.SkipDepth, now);
        }

        if (end.SkipRestAs is { } code)
        {
            _requests.SkipRest(code, now);
        }

        _progress.State = end.State;
        _progress.Reason = end.Reason ?? _progress.Reason;
        _progress.Started ??= end.State == RunState.Running ? now : null;
        _progress.Ended = _progress.IsFinal ? now : null;
    }

    private void Fence(int epoch)
    {
        if (_progress.Epoch > epoch)
        {
            throw new RunFencedException(
                $"Another engine has taken '{_database.Path}' over (epoch {_progress.Epoch}, ours is {epoch}); "
                + "this one stops. Nothing of it was written.");
        }

        if (_progress.Epoch < epoch)
        {
            throw new InvalidOperationException($"Epoch {epoch} was never given out; open the run first.");
        }
    }

    private void Transact(Action work)
    {
        _begin.Run();
        try
        {
            _hosts.Begin();
            _records.Begin();
            _requests.Begin();
            _journal.Begin();
            work();
            _commit.Run();
        }
        catch
        {
            _hosts.Forget();
            RollBack();
            throw;
        }
    }

    /// <summary>
    /// SQLite rolls back by itself after some errors; a failing rollback must not hide what happened.
    /// </summary>
    private void RollBack()
    {
        try
        {
            if (_database.InTransaction)
            {
                _database.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
        }
    }
}
