using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Server;
using Trawl.Server.Callers;
using Trawl.Server.Limits;
using Trawl.Server.Metrics;

namespace Trawl.Server.Assistants;

/// <summary>
/// The Model Context Protocol over WebSocket, all revisions. The standard has no such transport (SEP-1288 is a draft);
/// clients agree on the subprotocol "mcp" and a message a frame.
/// </summary>
internal sealed class McpSockets(
    McpServerOptions offered, CallerReader callers, CallerLimits limits, ServerInstruments instruments, ServerLife life, TimeProvider clock)
{
    private const int MostOfCaller = 64;
    private const string Protocol = "mcp";

    private readonly ConcurrentDictionary<(string User, string Means), int> _open = [];

    public async Task OpenAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.Headers.Upgrade = "websocket";
            await McpReplies.RefuseAsync(http, StatusCodes.Status426UpgradeRequired, default, "This address speaks WebSocket alone; /mcp speaks HTTP.");
            return;
        }

        var caller = (http.Caller().User, http.Caller().Means);
        if (_open.AddOrUpdate(caller, 1, (_, open) => open + 1) > MostOfCaller)
        {
            Leave(caller);
            await McpReplies.RefuseAsync(
                http, StatusCodes.Status429TooManyRequests, default, $"A caller has {MostOfCaller} connections at most; close one first.");
            return;
        }

        instruments.Sockets(1);
        try
        {
            await CarryAsync(http);
        }
        finally
        {
            instruments.Sockets(-1);
            Leave(caller);
        }
    }

    private async Task CarryAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { SubProtocol = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol) ? Protocol : null });
        await using var link = new McpSocket(socket, http.TraceIdentifier, clock);
        await using var server = McpServer.Create(link, offered);
        using var ended = new CancellationTokenSource();
        using var closing = life.Closing.Register(() => _ = link.CloseAndCutAsync(WebSocketCloseStatus.EndpointUnavailable, "The server closes."));
        var run = server.RunAsync(ended.Token);
        var status = await link.ReadAsync(new McpSocketGate(http, server, callers, limits), http.RequestAborted);
        await ended.CancelAsync();
        await run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await link.CloseAsync(status, "");
    }

    private void Leave((string User, string Means) caller)
    {
        if (_open.AddOrUpdate(caller, 0, (_, open) => open - 1) == 0)
        {
            _open.TryRemove(new(caller, 0));
        }
    }
}
