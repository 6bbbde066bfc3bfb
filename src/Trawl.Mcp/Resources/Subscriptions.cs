using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Api.Runs;

namespace Trawl.Mcp.Resources;

/// <summary>Tells clients when a run they subscribed to has got further: at most twice a second, and once at its end.</summary>
internal sealed class Subscriptions(McpDoorOptions door) : IDisposable
{
    private const int MostOfSession = 50;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<(string Session, string Uri), CancellationTokenSource> _open = [];

    /// <summary>Up to 2025-11-25: until the client unsubscribes or its session ends.</summary>
    public EmptyResult Subscribe(RequestContext<SubscribeRequestParams> request)
    {
        var (server, session) = SessionOf(request);
        if (RunOf(request.Params.Uri) is not { } run)
        {
            throw new McpProtocolException($"\"{request.Params.Uri}\" does not change; subscribe to trawl://runs/RUN.", McpErrorCode.InvalidParams);
        }

        if (_open.Keys.Count(k => k.Session == session) >= MostOfSession)
        {
            throw new McpProtocolException($"A session has {MostOfSession} subscriptions at most; end one first.", McpErrorCode.InvalidRequest);
        }

        var ending = new CancellationTokenSource();
        if (_open.TryAdd((session, request.Params.Uri), ending))
        {
            _ = FollowToEndAsync(server, (session, request.Params.Uri), run, ending.Token);
        }

        return new EmptyResult();
    }

    public EmptyResult Unsubscribe(RequestContext<UnsubscribeRequestParams> request)
    {
        if (_open.TryRemove((SessionOf(request).Session, request.Params.Uri), out var ending))
        {
            ending.Cancel();
        }

        return new EmptyResult();
    }

    /// <summary>From 2026-07-28 on: as long as the request is open.</summary>
    public async ValueTask<EmptyResult> ListenAsync(RequestContext<SubscriptionsListenRequestParams> request, CancellationToken cancel)
    {
        string[] granted = [.. (request.Params.Notifications.ResourceSubscriptions ?? []).Where(u => RunOf(u) is not null).Distinct().Take(MostOfSession)];
        var id = request.JsonRpcRequest.Id.Id is long number ? JsonValue.Create(number) : JsonValue.Create(request.JsonRpcRequest.Id.ToString());
        var grant = new JsonObject { ["resourceSubscriptions"] = new JsonArray([.. granted.Select(u => JsonValue.Create(u))]) };
        await SendAsync(request.Server, NotificationMethods.SubscriptionsAcknowledgedNotification, "notifications", grant, id, cancel);
        try
        {
            await Task.WhenAll(granted.Select(uri => FollowAsync(
                RunOf(uri)!,
                () => SendAsync(request.Server, NotificationMethods.ResourceUpdatedNotification, "uri", JsonValue.Create(uri)!, id, cancel),
                cancel)));
            await Task.Delay(Timeout.InfiniteTimeSpan, door.Clock, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The client has closed the request: that is how listening ends.
        }

        return new EmptyResult();
    }

    public void Dispose()
    {
        foreach (var ending in _open.Values)
        {
            ending.Cancel();
        }
    }

    private async Task FollowToEndAsync(McpServer server, (string Session, string Uri) key, string run, CancellationToken ending)
    {
        try
        {
            var uri = JsonValue.Create(key.Uri)!;
            await FollowAsync(run, () => SendAsync(server, NotificationMethods.ResourceUpdatedNotification, "uri", uri, null, ending), ending);
        }
        catch (Exception)
        {
            // The client has gone, or the server ends: nobody is left to tell.
        }
        finally
        {
            _open.TryRemove(key, out _);
        }
    }

    private async Task FollowAsync(string run, Func<Task> tell, CancellationToken ending)
    {
        await foreach (var snapshot in door.Client.FollowRunAsync(new FollowRunRequest(run), ending))
        {
            await tell();
            if (snapshot.IsLast)
            {
                return;
            }

            await Task.Delay(s_pause, door.Clock, ending);
        }
    }

    private static Task SendAsync(McpServer server, string method, string name, JsonNode value, JsonNode? subscription, CancellationToken cancel)
    {
        var parameters = new JsonObject { [name] = value.DeepClone() };
        if (subscription is not null)
        {
            parameters["_meta"] = new JsonObject { [MetaKeys.SubscriptionId] = subscription.DeepClone() };
        }

        return server.SendMessageAsync(new JsonRpcNotification { Method = method, Params = parameters }, cancel);
    }

    private static string? RunOf(string uri) => ResourceUri.TryParse(uri, out var address) ? address.Run : null;

    /// <summary>The session a message came in, put beside it by what carries sessions; over stdio there is but one.</summary>
    private static (McpServer Server, string Session) SessionOf(MessageContext message) =>
        McpCaller.SessionOf(message) is { } server ? (server, server.SessionId ?? "") : (message.Server, "");
}
