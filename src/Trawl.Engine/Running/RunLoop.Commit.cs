using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;
using Trawl.Model.Runs;

namespace Trawl.Engine.Running;

internal sealed partial class RunLoop
{
    /// <summary>Outcomes that make a commit worth its fsync at once.</summary>
    private const int FullBatch = 256;

    private readonly List<LoopEvent.Admitted> _admitted = [];
    private readonly HashSet<HostQueue> _dirty = [];
    private List<Settlement> _settled = [];
    private List<JournalNote> _journal = [];
    private List<LoopEvent.Admitted> _admitting = [];
    private RunCounters _counters;
    private DateTimeOffset? _nextWaitingAt;
    private DateTimeOffset _lastCommitAt;
    private bool _committing;
    private bool _admissionOpen;

    private void MarkDirty(HostQueue host)
    {
        host.Dirty = true;
        _dirty.Add(host);
    }

    private void Note(JournalKind kind, long? requestId, string data) =>
        _journal.Add(new JournalNote(_settled.Count, new JournalEntry(0, _clock.GetUtcNow(), kind, requestId, data)));

    /// <summary>Hands requests from a start file or sitemap to the loop and waits until they are durable.</summary>
    private async Task AdmitAsync(AdmissionChunk chunk, string? warning)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new LoopEvent.Admitted(chunk with { At = _clock.GetUtcNow() }, warning, durable));
        await durable.Task;
    }

    /// <summary>The time of the next commit as things stand; null when nothing wants one.</summary>
    private DateTimeOffset? CommitDueAt()
    {
        if (_committing)
        {
            return null;
        }

        var soon = _lastCommitAt + _options.CommitInterval;
        DateTimeOffset? due = _nextWaitingAt;
        if (_end == EndReason.None && NextLeaseAt() is { } lease)
        {
            due = Earlier(due, Later(lease, _order.First is null ? DateTimeOffset.MinValue : soon));
        }

        if (_settled.Count >= FullBatch || (_settled.Count > 0 && _inFlight == 0) || (_admitted.Count > 0 && MayAdmit))
        {
            return DateTimeOffset.MinValue;
        }

        return _settled.Count > 0 || _journal.Count > 0 ? Earlier(due, soon) : due;
    }

    private void ConsiderCommit()
    {
        var now = _clock.GetUtcNow();
        if (CommitDueAt() is { } due && due <= now)
        {
            Commit(MakeBatch(now));
        }
    }

    private CommitBatch MakeBatch(DateTimeOffset now)
    {
        if (MayAdmit)
        {
            _admitting = [.. _admitted];
            _admitted.Clear();
        }

        foreach (var admitted in _admitting)
        {
            if (admitted.Warning is { } warning)
            {
                Note(JournalKind.Warning, null, JournalData.Text(warning));
            }
        }

        var batch = new CommitBatch
        {
            Epoch = _opening.Epoch,
            Now = now,
            Settlements = _settled,
            Admissions = _admitting.Count == 0 ? [] : [.. _admitting.Select(a => a.Chunk)],
            Hosts = TakeHostUpdates(),
            Elapsed = Elapsed(),
            Journal = _journal,
            Wants = _end == EndReason.None ? TakeWants(now) : [],
        };
        _settled = [];
        _journal = [];
        return batch;
    }

    private List<HostUpdate> TakeHostUpdates()
    {
        var updates = new List<HostUpdate>(_dirty.Count);
        foreach (var host in _dirty)
        {
            updates.Add(host.TakeUpdate());
        }

        _dirty.Clear();
        return updates;
    }

    private void Commit(CommitBatch batch)
    {
        _committing = true;
        _committingDone = batch.Settlements.Count(s => s.As == SettledAs.Done);
        _lastCommitAt = batch.Now;
        Spawn(async () => Send(new LoopEvent.Committed(batch, await _options.Store.CommitAsync(batch, CancellationToken.None))));
    }

    private void OnCommitted(CommitBatch batch, CommitResult result)
    {
        _committing = false;
        _committingDone = 0;
        _counters = result.Counters;
        _nextWaitingAt = result.NextWaitingAt;
        _cancelRequested |= result.CancelRequested;
        TakeLeased(batch, result);
        foreach (var work in result.Hosts)
        {
            TakeWork(work);
        }

        foreach (var want in batch.Wants)
        {
            _fed.Add(_hosts[want.HostId]);
        }

        foreach (var host in _fed)
        {
            Reorder(host);
        }

        _fed.Clear();
        _admission.Remember(result.Stored ?? batch.Settlements);
        foreach (var admitted in _admitting)
        {
            admitted.Durable.TrySetResult();
        }

        _admitting = [];
    }

    private void TakeWork(HostWork work)
    {
        if (!_hosts.TryGetValue(work.HostId, out var host))
        {
            if (work.Queued == 0)
            {
                return;
            }

            host = NewHost(work.HostId, work.Name, null);
        }

        host.Queued = work.Queued;
        ConsiderLease(host);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
