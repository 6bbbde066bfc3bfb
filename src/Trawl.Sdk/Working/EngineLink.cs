using System.Text.Json;
using Trawl.Sdk.Pages;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Asks the engine for something while a call is worked on.</summary>
internal sealed class EngineLink(WireChannel channel, IReadOnlyList<string> hosts) : IEngine
{
    private const int LongestLine = 8_000;

    private readonly Lock _lock = new();

    /// <summary>Number of the call that is worked on; 0 between calls.</summary>
    public ulong Call { get; set; }

    /// <summary>Whether the plugin may fetch, so that a page must not lie where the answer will come.</summary>
    public bool MayFetch => hosts.Count > 0;

    public void Log(string message)
    {
        var line = message.Length <= LongestLine ? message : message[..LongestLine] + "…";
        lock (_lock)
            channel.Send(WireOp.Log, Call, JsonSerializer.SerializeToUtf8Bytes(new LogMeta(line), WireJson.Plain.LogMeta), [], Timeout.InfiniteTimeSpan);
    }

    public PluginResponse Fetch(PluginRequest request)
    {
        if (!MayFetch) throw new NotGrantedException($"the host of \"{request.Url}\"");
        if (Call == 0) throw new InvalidOperationException("A plugin fetches only while it works on a call.");
        var meta = new FetchMeta { Url = request.Url, Method = request.Method, Headers = new Dictionary<string, string>(request.Headers) };
        lock (_lock)
        {
            channel.Send(WireOp.Fetch, Call, JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.FetchMeta), [request.Body], Timeout.InfiniteTimeSpan);
            var answer = channel.Receive(Timeout.InfiniteTimeSpan)!;
            if (answer.Op != WireOp.Fetched) throw new WireException($"The engine sent {answer.Op} instead of what it fetched.");
            var response = Read(request, answer);
            channel.Done();
            return response;
        }
    }

    private static PluginResponse Read(PluginRequest request, WireMessage answer)
    {
        var meta = JsonSerializer.Deserialize(answer.Meta.Span, WireJson.Plain.FetchedMeta)!;
        if (meta.Refused) throw new NotGrantedException($"the host of \"{request.Url}\"");
        var headers = new List<KeyValuePair<string, string>>();
        for (var i = 0; i + 1 < meta.Headers.Length; i += 2) headers.Add(new(meta.Headers[i], meta.Headers[i + 1]));
        var body = answer.Blobs.Count > 0 ? answer.Blobs[0].ToArray() : [];
        return new PluginResponse(meta.Status, headers, body, meta.Error);
    }
}
