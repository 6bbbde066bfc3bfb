using System.Text.Json;
using Microsoft.Playwright;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tabs;

/// <summary>
/// Stands at a tab's requests, but only at those for documents and for kinds that are kept from the page: a stop for every
/// request would cost a quarter of the speed. It is no guard: that is the proxy.
/// </summary>
internal sealed class RequestGate(ICDPSession session, string mainFrame)
{
    private static readonly Dictionary<ResourceKind, string[]> s_endings = new()
    {
        [ResourceKind.Image] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico"],
        [ResourceKind.Font] = ["woff", "woff2", "ttf", "otf", "eot"],
        [ResourceKind.Media] = ["mp4", "webm", "mp3", "ogg", "m4a", "wav", "m3u8"],
    };

    private static readonly string[] s_ofTheBody = ["Content-Encoding", "Content-Length", "Transfer-Encoding", "Connection"];

    private IReadOnlyList<ResourceKind>? _block;
    private TabVisit? _visit;

    public void Listen() => session.Event("Fetch.requestPaused").OnEvent += (_, paused) =>
    {
        if (paused is { } details) _ = HandleAsync(details);
    };

    /// <summary>From here on requests are those of this visit; null for nobody's, which get nothing.</summary>
    public void Serve(TabVisit? visit) => Volatile.Write(ref _visit, visit);

    /// <summary>Sets what the page does not get.</summary>
    public async Task BlockAsync(IReadOnlyList<ResourceKind> kinds)
    {
        if (_block is { } now && now.SequenceEqual(kinds)) return;
        // What its address gives away is stopped in the browser itself; what only its use does comes here.
        string[] urls = [.. kinds.SelectMany(kind => s_endings.GetValueOrDefault(kind, [])).SelectMany(e => new[] { $"*.{e}", $"*.{e}?*" })];
        object[] patterns = [Pattern("Document"), .. kinds.Select(kind => Pattern(kind.ToString()))];
        await session.SendAsync("Network.setBlockedURLs", new() { ["urls"] = urls }).ConfigureAwait(false);
        await session.SendAsync("Fetch.enable", new() { ["patterns"] = patterns }).ConfigureAwait(false);
        _block = kinds;
    }

    private static Dictionary<string, object> Pattern(string type) => new() { ["urlPattern"] = "*", ["resourceType"] = type };

    private async Task HandleAsync(JsonElement paused)
    {
        try
        {
            var id = paused.GetProperty("requestId").GetString()!;
            await (Volatile.Read(ref _visit) is { } visit ? AnswerAsync(visit, id, paused) : FailAsync(id, "Aborted")).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The tab is closed, or the request was given up: nobody waits for the answer.
        }
    }

    private Task AnswerAsync(TabVisit visit, string id, JsonElement paused)
    {
        var isDocument = paused.GetProperty("resourceType").GetString() == "Document";
        if (!isDocument) return FailAsync(id, "BlockedByClient");
        if (paused.GetProperty("frameId").GetString() != mainFrame) return session.SendAsync("Fetch.continueRequest", new() { ["requestId"] = id });
        if (visit.Serve()) return FulfilAsync(visit, id);
        visit.Note($"The page wanted to go to {paused.GetProperty("request").GetProperty("url").GetString()} and was kept where it was.");
        return FailAsync(id, "Aborted");
    }

    private Task FulfilAsync(TabVisit visit, string id) => session.SendAsync("Fetch.fulfillRequest", new()
    {
        ["requestId"] = id,
        ["responseCode"] = 200,
        ["responseHeaders"] = visit.Request.Headers.Where(field => !s_ofTheBody.Contains(field.Name, StringComparer.OrdinalIgnoreCase))
            .Select(field => new Dictionary<string, object> { ["name"] = field.Name, ["value"] = field.Value }).ToArray(),
        ["body"] = Convert.ToBase64String(visit.Request.Document.Span),
    });

    private Task FailAsync(string id, string reason) =>
        session.SendAsync("Fetch.failRequest", new() { ["requestId"] = id, ["errorReason"] = reason });
}
