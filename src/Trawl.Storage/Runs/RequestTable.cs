using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Requests;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// The frontier: adds requests, hands them out, takes them back. Every change of state is counted here.
/// </summary>
internal sealed class RequestTable(SqliteDatabase database, ProgressRow progress, HostTable hosts)
{
    private readonly SqliteStatement _last = database.Prepare("SELECT max(id) FROM requests");
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO requests (id, state, host_id, kind, extra, depth, redirects, parent_id, fingerprint, url, via, "
        + "code, settled_at, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) "
        + "ON CONFLICT (fingerprint) DO NOTHING");

    private readonly SqliteStatement _find = database.Prepare(
        "SELECT id FROM requests WHERE fingerprint = ?1");

    private readonly SqliteStatement _queue = database.Prepare(
        "SELECT id, url, kind, extra, depth, redirects, attempts, via FROM requests "
        + "WHERE host_id = ?1 AND state = 0 ORDER BY id LIMIT ?2");

    private readonly SqliteStatement _one = database.Prepare(
        "SELECT id, url, kind, extra, depth, redirects, attempts, via, host_id, state FROM requests "
        + "WHERE id = ?1 AND state IN (0, 2)");

    private readonly SqliteStatement _lease = database.Prepare(
        "UPDATE requests SET state = 1, epoch = ?2, not_before = NULL WHERE id = ?1");

    private readonly SqliteStatement _settle = database.Prepare(
        "UPDATE requests SET state = ?3, attempts = attempts + ?4, not_before = ?5, settled_at = ?6, status = ?7, "
        + "bytes = ?8, duration = ?9, links_new = ?10, links_known = ?11, links_outside = ?12, records = ?13, "
        + "content_type = ?14, address = ?15, redirected_to = ?16, rules = ?17, code = ?18, reason = ?19 "
        + "WHERE id = ?1 AND state = 1 AND epoch = ?2");

    private readonly SqliteStatement _release = database.Prepare(
        "UPDATE requests SET state = 0 WHERE id = ?1 AND state = 1 AND epoch = ?2");

    private readonly SqliteStatement _reclaim = database.Prepare(
        "UPDATE requests SET state = 0 WHERE state = 1 RETURNING host_id");

    private readonly SqliteStatement _due = database.Prepare(
        "UPDATE requests SET state = 0, not_before = NULL WHERE state = 2 AND not_before <= ?1 RETURNING host_id");

    private readonly SqliteStatement _nextWaiting = database.Prepare(
        "SELECT min(not_before) FROM requests WHERE state = 2");

    private readonly SqliteStatement _skipParked = database.Prepare(
        "UPDATE requests SET state = 12, code = ?1, settled_at = ?2 WHERE state = 3");

    private readonly SqliteStatement _skipRest = database.Prepare(
        "UPDATE requests SET state = 12, code = ?1, settled_at = ?2, not_before = NULL WHERE state IN (0, 1, 2)");

    private readonly RequestExtras _extras = new(database);
    private readonly byte[] _fingerprint = new byte[Fingerprint.Size];
    private long _next;

    /// <summary>The highest id; 0 when there is none.</summary>
    internal long LastId => _next - 1;

    internal void Begin()
    {
        _next = _last.Step() ? _last.Int64(0) + 1 : 1;
        _last.Reset();
    }

    /// <summary>Adds a request; the id, or 0 when its fingerprint is known.</summary>
    internal long Add(NewRequest request, long? parentId, int depth, RequestState state, long now)
    {
        var hostId = hosts.IdOf(request.Host);
        var hasExtra = RequestExtras.Has(request);
        request.Fingerprint.Write(_fingerprint);
        var added = _insert.Bind(1, _next).Bind(2, (long)state).Bind(3, hostId).Bind(4, (long)request.Kind)
            .Bind(5, hasExtra ? 1 : 0).Bind(6, depth).Bind(7, request.Redirects).Bind(8, parentId)
            .Bind(9, _fingerprint.AsSpan()).Bind(10, request.Url).Bind(11, request.Via).Bind(12, request.SkipCode)
            .Bind(13, state == RequestState.Skipped ? now : (long?)null).Bind(14, request.SkipReason).Run();
        if (added == 0)
        {
            return 0;
        }

        if (hasExtra)
        {
            _extras.Add(_next, request);
        }

        progress.Count(state, 1);
        hosts.Count(hostId, state, 1);
        return _next++;
    }

    internal long Find(Fingerprint fingerprint)
    {
        fingerprint.Write(_fingerprint);
        var id = _find.Bind(1, _fingerprint.AsSpan()).Step() ? _find.Int64(0) : 0;
        _find.Reset();
        return id;
    }

    internal void Lease(LeaseWant want, int epoch, List<LeasedRequest> leased)
    {
        var first = leased.Count;
        _queue.Bind(1, want.HostId).Bind(2, want.Count);
        while (_queue.Step())
        {
            leased.Add(Read(_queue, want.HostId));
        }

        _queue.Reset();
        for (var i = first; i < leased.Count; i++)
        {
            _lease.Bind(1, leased[i].Id).Bind(2, epoch).Run();
        }

        Move(want.HostId, RequestState.Queued, RequestState.Leased, leased.Count - first);
    }

    /// <summary>Hands one request out, whether it is queued or waits; nothing happens when it does neither.</summary>
    internal void Lease(long id, int epoch, List<LeasedRequest> leased)
    {
        if (_one.Bind(1, id).Step())
        {
            var hostId = _one.Int64(8);
            var state = (RequestState)_one.Int32(9);
            leased.Add(Read(_one, hostId));
            _lease.Bind(1, id).Bind(2, epoch).Run();
            Move(hostId, state, RequestState.Leased, 1);
        }

        _one.Reset();
    }

    /// <summary>Ends a lease; the request must be leased by this epoch.</summary>
    internal void Settle(Settlement settlement, int epoch, int added, int known)
    {
        var request = settlement.Request;
        var state = StateAfter(settlement.As);
        var changed = _settle.Bind(1, request.Id).Bind(2, epoch).Bind(3, (long)state)
            .Bind(4, settlement.Fetched ? 1 : 0).Bind(5, NotBefore(settlement)).Bind(6, Times.Store(settlement.At))
            .Bind(7, settlement.Status).Bind(8, settlement.Bytes).Bind(9, Times.Store(settlement.Duration))
            .Bind(10, added).Bind(11, known).Bind(12, settlement.OutsideLinks).Bind(13, settlement.Records.Count)
            .Bind(14, settlement.ContentType).Bind(15, settlement.Address).Bind(16, settlement.RedirectedTo)
            .Bind(17, settlement.Rules).Bind(18, settlement.Code).Bind(19, settlement.Reason).Run();
        RequireOne(changed, request, epoch);
        Move(request.HostId, RequestState.Leased, state, 1);
        progress.Attempts += settlement.Fetched ? 1 : 0;
        progress.Bytes += settlement.Bytes;
        progress.NotModified += settlement.Kept is null ? 0 : 1;
        progress.SavedBytes += settlement.Kept ?? 0;
    }

    internal void Release(LeasedRequest request, int epoch)
    {
        RequireOne(_release.Bind(1, request.Id).Bind(2, epoch).Run(), request, epoch);
        Move(request.HostId, RequestState.Leased, RequestState.Queued, 1);
    }

    /// <summary>Puts back what dead engines held; the number of requests.</summary>
    internal int Reclaim()
    {
        var count = 0;
        while (_reclaim.Step())
        {
            var hostId = _reclaim.Int64(0);
            Move(hostId, RequestState.Leased, RequestState.Queued, 1);
            hosts.MarkLeftLeased(hostId);
            count++;
        }

        _reclaim.Reset();
        return count;
    }

    internal void QueueDue(long now)
    {
        if (progress.Waiting == 0)
        {
            return;
        }

        _due.Bind(1, now);
        while (_due.Step())
        {
            Move(_due.Int64(0), RequestState.Waiting, RequestState.Queued, 1);
        }

        _due.Reset();
    }

    internal DateTimeOffset? NextWaiting()
    {
        if (progress.Waiting == 0)
        {
            return null;
        }

        var next = _nextWaiting.Step() ? Times.Read(_nextWaiting.NullableInt64(0)) : null;
        _nextWaiting.Reset();
        return next;
    }

    internal void SkipParked(string code, long now)
    {
        if (progress.Parked > 0)
        {
            var count = _skipParked.Bind(1, code).Bind(2, now).Run();
            progress.Parked -= count;
            progress.Skipped += count;
        }
    }

    internal void SkipRest(string code, long now)
    {
        var count = _skipRest.Bind(1, code).Bind(2, now).Run();
        progress.Queued = 0;
        progress.Leased = 0;
        progress.Waiting = 0;
        progress.Skipped += count;
        hosts.CountRestAsGone();
    }

    internal void Move(long hostId, RequestState from, RequestState to, int count)
    {
        progress.Count(from, -count);
        progress.Count(to, count);
        hosts.Count(hostId, from, -count);
        hosts.Count(hostId, to, count);
    }

    private static RequestState StateAfter(SettledAs settledAs) => settledAs switch
    {
        SettledAs.Done => RequestState.Done,
        SettledAs.Failed => RequestState.Failed,
        SettledAs.Skipped => RequestState.Skipped,
        _ => RequestState.Waiting,
    };

    private static long? NotBefore(Settlement settlement) =>
        settlement.As == SettledAs.Retry ? Times.Store(settlement.NotBefore ?? settlement.At) : null;

    private static void RequireOne(int changed, LeasedRequest request, int epoch)
    {
        if (changed != 1)
        {
            throw new InvalidOperationException(
                $"Request {request.Id} ('{request.Url}') is not leased by epoch {epoch}: it was settled twice, or "
                + "never handed out. Nothing of the batch was stored.");
        }
    }

    private LeasedRequest Read(SqliteStatement row, long hostId)
    {
        var id = row.Int64(0);
        var request = new LeasedRequest
        {
            Id = id,
            HostId = hostId,
            Url = row.Text(1),
            Kind = (RequestKind)row.Int32(2),
            Depth = row.Int32(4),
            Redirects = row.Int32(5),
            Attempts = row.Int32(6),
            Via = row.Text(7),
        };
        return row.Int64(3) == 0 ? request : _extras.Read(request);
    }
}
