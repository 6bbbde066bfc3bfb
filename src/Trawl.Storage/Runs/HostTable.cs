using Trawl.Engine.Seams.Store;
using Trawl.Model.Requests;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Hosts: their names, how much waits for them, their politeness and robots.txt.</summary>
internal sealed class HostTable(SqliteDatabase database)
{
    /// <summary>A run over more hosts than this looks their ids up again; memory stays bounded.</summary>
    private const int NamesKept = 20_000;

    private readonly SqliteStatement _find = database.Prepare("SELECT id FROM hosts WHERE name = ?1");
    private readonly SqliteStatement _insert = database.Prepare("INSERT INTO hosts (name) VALUES (?1) RETURNING id");
    private readonly SqliteStatement _count = database.Prepare(
        "UPDATE hosts SET queued = queued + ?2, waiting = waiting + ?3 WHERE id = ?1 RETURNING name, queued");

    private readonly SqliteStatement _polite = database.Prepare(
        "UPDATE hosts SET next_allowed_at = ?2, delay = ?3, failures = ?4, left_leased = 0 WHERE id = ?1");

    private readonly SqliteStatement _robots = database.Prepare(
        "INSERT INTO robots (host_id, fetched_at, status, unreachable, body) VALUES (?1, ?2, ?3, ?4, ?5) "
        + "ON CONFLICT (host_id) DO UPDATE SET fetched_at = excluded.fetched_at, status = excluded.status, "
        + "unreachable = excluded.unreachable, body = excluded.body");

    private readonly SqliteStatement _left = database.Prepare("UPDATE hosts SET left_leased = 1 WHERE id = ?1");
    private readonly SqliteStatement _rest = database.Prepare(
        "SELECT id, queued, waiting FROM hosts WHERE queued + waiting > 0");

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HostChange> _changes = [];

    /// <summary>Forgets what a transaction that failed may have learnt.</summary>
    internal void Begin() => _changes.Clear();

    internal void Forget()
    {
        _ids.Clear();
        _changes.Clear();
    }

    internal long IdOf(string name)
    {
        if (_ids.TryGetValue(name, out var id))
        {
            return id;
        }

        id = Find(name) ?? Insert(name);
        if (_ids.Count >= NamesKept)
        {
            _ids.Clear();
        }

        _ids.Add(name, id);
        return id;
    }

    internal void Count(long hostId, RequestState state, int change)
    {
        if (state is RequestState.Queued or RequestState.Waiting)
        {
            ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                _changes, hostId, out _);
            entry = state == RequestState.Queued
                ? entry with { Queued = entry.Queued + change }
                : entry with { Waiting = entry.Waiting + change };
        }
    }

    internal void MarkLeftLeased(long hostId) => _left.Bind(1, hostId).Run();

    /// <summary>Counts all that waits for any host as gone.</summary>
    internal void CountRestAsGone()
    {
        foreach (var hostId in _changes.Keys.ToArray())
        {
            _changes[hostId] = new HostChange(0, 0, _changes[hostId].IsNew);
        }

        while (_rest.Step())
        {
            var isNew = _changes.TryGetValue(_rest.Int64(0), out var change) && change.IsNew;
            _changes[_rest.Int64(0)] = new HostChange(-_rest.Int32(1), -_rest.Int32(2), isNew);
        }

        _rest.Reset();
    }

    internal void Update(HostUpdate update)
    {
        var changed = _polite.Bind(1, update.HostId).Bind(2, Times.Store(update.NextAllowedAt))
            .Bind(3, Times.Store(update.Delay)).Bind(4, update.Failures).Run();
        if (changed == 0)
        {
            throw new InvalidOperationException($"Host {update.HostId} is not in '{database.Path}'.");
        }

        if (update.Robots is { } robots)
        {
            _robots.Bind(1, update.HostId).Bind(2, Times.Store(robots.FetchedAt)).Bind(3, robots.Status)
                .Bind(4, robots.Unreachable ? 1 : 0).Bind(5, robots.Body.AsSpan()).Run();
        }
    }

    /// <summary>
    /// Stores the counts and names the hosts whose number of queued requests changed, or that are new.
    /// </summary>
    internal void Flush(List<HostWork> changed)
    {
        foreach (var (hostId, change) in _changes)
        {
            if (change is not { Queued: 0, Waiting: 0, IsNew: false })
            {
                Flush(hostId, change, changed);
            }
        }

        _changes.Clear();
    }

    private void Flush(long hostId, HostChange change, List<HostWork> changed)
    {
        _count.Bind(1, hostId).Bind(2, change.Queued).Bind(3, change.Waiting);
        if (_count.Step() && (change.Queued != 0 || change.IsNew))
        {
            changed.Add(new HostWork(hostId, _count.Text(0), _count.Int64(1)));
        }

        _count.Reset();
    }

    private long? Find(string name)
    {
        long? id = _find.Bind(1, name).Step() ? _find.Int64(0) : null;
        _find.Reset();
        return id;
    }

    private long Insert(string name)
    {
        _insert.Bind(1, name).Step();
        var id = _insert.Int64(0);
        _insert.Run();
        _changes[id] = new HostChange(0, 0, true);
        return id;
    }
}
