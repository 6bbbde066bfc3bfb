using Trawl.Model.Requests;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// Depth as the length of the shortest known path, for plans that limit it. Links are kept, so that a shorter path
/// found later shortens the paths behind it too; which pages are within the limit then does not depend on the order in
/// which pages arrive.
/// </summary>
internal sealed class DepthGraph(SqliteDatabase database, RequestTable requests, int limit)
{
    private readonly SqliteStatement _link = database.Prepare(
        "INSERT INTO edges (parent_id, child_id, cost) VALUES (?1, ?2, ?3) "
        + "ON CONFLICT (parent_id, child_id) DO UPDATE SET cost = min(cost, excluded.cost)");

    private readonly SqliteStatement _read = database.Prepare(
        "SELECT depth, state, host_id FROM requests WHERE id = ?1");

    private readonly SqliteStatement _shorten = database.Prepare(
        "UPDATE requests SET depth = ?2, state = ?3 WHERE id = ?1");

    private readonly SqliteStatement _links = database.Prepare(
        "SELECT child_id, cost FROM edges WHERE parent_id = ?1");

    private readonly Queue<(long Id, int Depth)> _work = [];

    internal RequestState StateAt(int depth) => depth > limit ? RequestState.Parked : RequestState.Queued;

    internal int DepthOf(long id)
    {
        var depth = _read.Bind(1, id).Step() ? _read.Int32(0) : 0;
        _read.Reset();
        return depth;
    }

    internal void Link(long parentId, long childId, int cost) =>
        _link.Bind(1, parentId).Bind(2, childId).Bind(3, cost).Run();

    /// <summary>A path of this length to a request has been found.</summary>
    internal void Offer(long id, int depth)
    {
        _work.Enqueue((id, depth));
        while (_work.TryDequeue(out var offer))
        {
            if (Shorten(offer.Id, offer.Depth))
            {
                OfferLinks(offer.Id, offer.Depth);
            }
        }
    }

    private bool Shorten(long id, int depth)
    {
        var isShorter = _read.Bind(1, id).Step() && depth < _read.Int32(0);
        var state = (RequestState)_read.Int32(1);
        var hostId = _read.Int64(2);
        _read.Reset();
        if (!isShorter)
        {
            return false;
        }

        var next = state == RequestState.Parked ? StateAt(depth) : state;
        _shorten.Bind(1, id).Bind(2, depth).Bind(3, (long)next).Run();
        requests.Move(hostId, state, next, state == next ? 0 : 1);
        return true;
    }

    private void OfferLinks(long id, int depth)
    {
        _links.Bind(1, id);
        while (_links.Step())
        {
            _work.Enqueue((_links.Int64(0), depth + _links.Int32(1)));
        }

        _links.Reset();
    }
}
