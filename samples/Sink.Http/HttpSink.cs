using Trawl.Sdk;
using Trawl.Sdk.Sinks;

namespace Sink.Http;

/// <summary>
/// At-least-once: whether a batch arrived when its answer was lost nobody can ask the other side, so it is sent again. Its key is
/// the same then, and a receiver that remembers keys has every record once.
/// </summary>
internal sealed class HttpSink(PluginContext context) : IRecordSink
{
    private readonly HttpClient _http = new();
    private readonly string _url = context.Settings.Text("url")!;

    /// <summary>It does not know what has arrived.</summary>
    public ValueTask<long?> OpenAsync(SinkRun run) => new((long?)null);

    // region: commit
    public async ValueTask CommitAsync(SinkBatch batch)
    {
        var body = new MemoryStream();
        foreach (var record in batch.Records)
        {
            body.Write(record.Json.Span);
            body.WriteByte((byte)'\n');
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(body.ToArray()) };
        request.Content.Headers.ContentType = new("application/x-ndjson");
        request.Headers.Add("Idempotency-Key", batch.Key);
        using var answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
    // endregion

    public ValueTask CompleteAsync() => default;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return default;
    }
}
