using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Requests;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Reading;

public sealed partial class RunReader
{
    private const int LongestPath = 10_000;

    public IReadOnlyList<RequestRow> Requests(RequestQuery query) => Guard(() =>
    {
        var filter = (query.State is { } state ? $" AND state = {(int)state}" : "")
            + (query.Code is null ? "" : " AND code = ?2")
            + (query.UrlContains is null ? "" : " AND instr(url, ?3) > 0")
            + (query.HostId is { } hostId ? $" AND host_id = {hostId}" : "")
            + (query.ParentId is { } parentId ? $" AND parent_id = {parentId}" : "");
        using var statement = _database.Prepare($"{RequestRows.Select} WHERE id > ?1{filter} ORDER BY id LIMIT ?4");
        statement.Bind(1, query.After).Bind(4, query.Limit);
        if (query.Code is not null)
        {
            statement.Bind(2, query.Code);
        }

        if (query.UrlContains is not null)
        {
            statement.Bind(3, query.UrlContains);
        }

        return RequestRows.All(statement);
    });

    public RequestRow? Request(long id) => Guard(() =>
    {
        using var statement = _database.Prepare($"{RequestRows.Select} WHERE id = ?1");
        return RequestRows.One(statement.Bind(1, id));
    });

    public RequestRow? Request(Fingerprint fingerprint) => Guard(() =>
    {
        using var statement = _database.Prepare($"{RequestRows.Select} WHERE fingerprint = ?1");
        return RequestRows.One(statement.Bind(1, fingerprint.ToArray().AsSpan()));
    });

    /// <summary>
    /// The request of a canonical URL: its GET when there is one, otherwise the first of another method.
    /// </summary>
    public RequestRow? Request(string canonicalUrl) =>
        Request(Fingerprint.Of("GET", canonicalUrl, [])) ?? Guard(() =>
        {
            using var statement = _database.Prepare($"{RequestRows.Select} WHERE url = ?1 ORDER BY id LIMIT 1");
            return RequestRows.One(statement.Bind(1, canonicalUrl));
        });

    /// <summary>
    /// How a request was found: the request itself, the page it stood on, and so on up to a start point.
    /// </summary>
    public IReadOnlyList<RequestRow> PathTo(long id)
    {
        var path = new List<RequestRow>();
        for (var next = (long?)id; next is { } current && path.Count < LongestPath;)
        {
            if (Request(current) is not { } row)
            {
                break;
            }

            path.Add(row);
            // A parent is always older, so a damaged file cannot lead us in a circle.
            next = row.ParentId < row.Id ? row.ParentId : null;
        }

        return path;
    }

    /// <summary>Requests that were found first on this page.</summary>
    public long CountChildren(long id) => Guard(() =>
    {
        using var statement = _database.Prepare("SELECT count(*) FROM requests WHERE parent_id = ?1");
        return statement.Bind(1, id).Step() ? statement.Int64(0) : 0;
    });

    /// <summary>Failed and skipped requests by code, the largest group first.</summary>
    public IReadOnlyList<OutcomeCount> Outcomes() => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT g.state, g.code, g.count, r.url, r.reason FROM (SELECT state, coalesce(code, '') AS code, "
            + "count(*) AS count, min(id) AS first FROM requests WHERE state IN (11, 12) GROUP BY state, code) g "
            + "JOIN requests r ON r.id = g.first ORDER BY g.count DESC, g.code");
        var outcomes = new List<OutcomeCount>();
        while (statement.Step())
        {
            outcomes.Add(new OutcomeCount(
                (RequestState)statement.Int32(0),
                statement.Text(1),
                statement.Int64(2),
                statement.Text(3),
                statement.NullableText(4)));
        }

        return outcomes;
    });

    /// <summary>Hosts, those with the most queued requests first.</summary>
    public IReadOnlyList<HostRow> Hosts(int limit) => Guard(() =>
    {
        using var statement = _database.Prepare(
            $"SELECT {HostRows.Columns} FROM hosts ORDER BY queued DESC, id LIMIT ?1");
        return HostRows.All(statement.Bind(1, limit));
    });

    /// <summary>The host of that origin; null when the run never met it.</summary>
    public HostRow? Host(string name) => Guard(() =>
    {
        using var statement = _database.Prepare($"SELECT {HostRows.Columns} FROM hosts WHERE name = ?1");
        return HostRows.All(statement.Bind(1, name)).FirstOrDefault();
    });

    /// <summary>How many hosts the run has met, and how many of them have queued or waiting requests.</summary>
    public (long All, long WithWork) CountHosts() => Guard(() => (
        _database.Scalar("SELECT count(*) FROM hosts"),
        _database.Scalar("SELECT count(*) FROM hosts WHERE queued + waiting > 0")));

    /// <summary>The files of the run's capture with the lengths that hold.</summary>
    public IReadOnlyList<CaptureFile> CaptureFiles() => Guard(() => ExchangeRows.Files(_database));

    /// <summary>Exchanges in the run's capture.</summary>
    public long CountExchanges() => Guard(() => _database.Scalar("SELECT count(*) FROM exchanges"));

    public RobotsRecord? Robots(long hostId) => Guard(() => RobotsTable.Read(_database, hostId));
}
