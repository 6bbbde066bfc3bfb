using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Trawl.Server.Answers;

/// <summary>Writes server-sent events whose data is one line of JSON.</summary>
internal sealed class EventWriter(HttpResponse response)
{
    public const string ContentType = "text/event-stream";

    /// <summary>Whether the caller wants events rather than one document.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains(ContentType, StringComparison.OrdinalIgnoreCase);

    public void Begin()
    {
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Writes one event and sends it off.</summary>
    public async Task WriteAsync<T>(string name, T value, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        await response.Body.WriteAsync(Encoding.ASCII.GetBytes($"event: {name}\ndata: "), cancel);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, type), cancel);
        await response.Body.WriteAsync("\n\n"u8.ToArray(), cancel);
        await response.Body.FlushAsync(cancel);
    }
}
