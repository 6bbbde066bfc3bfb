using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Method, headers and body of the few requests that are not a plain GET, in a table of their own.</summary>
internal sealed class RequestExtras(SqliteDatabase database)
{
    private readonly SqliteStatement _insert = database.Prepare(
        "INSERT INTO request_extras (request_id, method, headers, body) VALUES (?1, ?2, ?3, ?4)");

    private readonly SqliteStatement _read = database.Prepare(
        "SELECT method, headers, body FROM request_extras WHERE request_id = ?1");

    internal static bool Has(NewRequest request) =>
        request.Method != "GET" || request.Headers.Count > 0 || !request.Body.IsEmpty;

    internal void Add(long id, NewRequest request)
    {
        _insert.Bind(1, id).Bind(2, request.Method);
        _ = request.Headers.Count == 0
            ? _insert.BindNull(3)
            : _insert.Bind(3, JsonSerializer.Serialize(request.Headers, StorageJson.Default.IReadOnlyListHeaderPlan));
        _ = request.Body.IsEmpty ? _insert.BindNull(4) : _insert.Bind(4, request.Body.Span);
        _insert.Run();
    }

    internal LeasedRequest Read(LeasedRequest request)
    {
        if (!_read.Bind(1, request.Id).Step())
        {
            _read.Reset();
            return request;
        }

        var full = request with
        {
            Method = _read.Text(0),
            Headers = Headers(_read.NullableText(1)),
            Body = _read.Blob(2).ToArray(),
        };
        _read.Reset();
        return full;
    }

    internal static IReadOnlyList<HeaderPlan> Headers(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, StorageJson.Default.IReadOnlyListHeaderPlan) ?? [];
}
