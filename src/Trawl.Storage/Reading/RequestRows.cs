using Trawl.Model.Ids;
using Trawl.Model.Requests;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>Reads requests.</summary>
internal static class RequestRows
{
    internal const string Select =
        "SELECT id, fingerprint, url, host_id, kind, state, depth, redirects, attempts, parent_id, via, not_before, "
        + "settled_at, status, bytes, duration, links_new, links_known, links_outside, records, content_type, address, "
        + "redirected_to, rules, code, reason, "
        + "(SELECT method FROM request_extras e WHERE e.request_id = requests.id) FROM requests ";

    internal static List<RequestRow> All(SqliteStatement statement)
    {
        var rows = new List<RequestRow>();
        while (statement.Step())
        {
            rows.Add(Read(statement));
        }

        return rows;
    }

    internal static RequestRow? One(SqliteStatement statement) => statement.Step() ? Read(statement) : null;

    private static RequestRow Read(SqliteStatement row) => new()
    {
        Id = row.Int64(0),
        Fingerprint = Fingerprint.Read(row.Blob(1)),
        Url = row.Text(2),
        HostId = row.Int64(3),
        Kind = (RequestKind)row.Int32(4),
        State = (RequestState)row.Int32(5),
        Depth = row.Int32(6),
        Redirects = row.Int32(7),
        Attempts = row.Int32(8),
        ParentId = row.NullableInt64(9),
        Via = row.Text(10),
        NotBefore = Times.Read(row.NullableInt64(11)),
        SettledAt = Times.Read(row.NullableInt64(12)),
        Status = (int?)row.NullableInt64(13),
        Bytes = row.NullableInt64(14),
        Duration = row.NullableInt64(15) is { } duration ? Times.Span(duration) : null,
        LinksNew = (int?)row.NullableInt64(16),
        LinksKnown = (int?)row.NullableInt64(17),
        LinksOutside = (int?)row.NullableInt64(18),
        Records = (int?)row.NullableInt64(19),
        ContentType = row.NullableText(20),
        Address = row.NullableText(21),
        RedirectedTo = row.NullableText(22),
        Rules = row.NullableText(23),
        Code = row.NullableText(24),
        Reason = row.NullableText(25),
        Method = row.NullableText(26) ?? "GET",
    };
}
