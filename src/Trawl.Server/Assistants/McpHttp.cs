using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Server.Callers;

namespace Trawl.Server.Assistants;

/// <summary>
/// The Model Context Protocol over HTTP ("Streamable HTTP") at one address: with sessions up to revision 2025-11-25,
/// without them from 2026-07-28 on.
/// </summary>
internal sealed class McpHttp(McpServerOptions offered, McpSessions sessions, ServerLife life)
{
    /// <summary>Not of the protocol; what clients of sessions look for to open a new one.</summary>
    private const int NoSession = -32001;

    public async Task PostAsync(HttpContext http)
    {
        if (!McpReplies.Accepts(http, "application/json") || !McpReplies.Accepts(http, "text/event-stream"))
        {
            await McpReplies.RefuseAsync(http, StatusCodes.Status406NotAcceptable, default, "Accept must name application/json and text/event-stream.");
            return;
        }

        if (await McpBody.ReadAsync(http) is not { } message)
        {
            return;
        }

        var id = message is JsonRpcRequest request ? request.Id : default;
        if (McpEnvelope.Problem(http.Request, message) is { } problem)
        {
            await McpReplies.WriteAsync(http, StatusCodes.Status400BadRequest, id, problem);
            return;
        }

        if (McpEnvelope.IsStateless(http.Request))
        {
            await AnswerAloneAsync(http, message, id);
        }
        else
        {
            await AnswerInSessionAsync(http, message, id);
        }
    }

    public async Task GetAsync(HttpContext http)
    {
        if (McpEnvelope.IsStateless(http.Request))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await McpReplies.RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, default, "This revision has no GET; use subscriptions/listen.");
            return;
        }

        if (!McpReplies.Accepts(http, "text/event-stream"))
        {
            await McpReplies.RefuseAsync(http, StatusCodes.Status406NotAcceptable, default, "Accept must name text/event-stream.");
            return;
        }

        if (await FindAsync(http, default) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        try
        {
            McpReplies.BeginEvents(http);
            await session.GetAsync(http.Response.Body, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The client left or the server closes: that is how these streams end.
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            await McpReplies.RefuseAsync(http, StatusCodes.Status409Conflict, default, "The session has a stream already.");
        }
    }

    public async Task DeleteAsync(HttpContext http)
    {
        if (McpEnvelope.IsStateless(http.Request))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await McpReplies.RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, default, "This revision has no sessions to end.");
        }
        else if (await FindAsync(http, default) is { } session)
        {
            await sessions.CloseAsync(session);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    /// <summary>One message, one server: it says all that it means, and nothing is left of it.</summary>
    private async Task AnswerAloneAsync(HttpContext http, JsonRpcMessage message, RequestId id)
    {
        if (message is JsonRpcRequest
            {
                Method: RequestMethods.Initialize or RequestMethods.Ping or "logging/setLevel" or RequestMethods.ResourcesSubscribe
                or RequestMethods.ResourcesUnsubscribe,
            } removed)
        {
            var version = http.Request.Headers[McpEnvelope.VersionHeader].ToString();
            var detail = McpEnvelope.Detail(McpErrorCode.MethodNotFound, $"Revision {version} has no \"{removed.Method}\".");
            await McpReplies.WriteAsync(http, StatusCodes.Status404NotFound, id, detail);
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        await using var alone = new McpAlone(offered, either.Token);
        McpReplies.BeginEvents(http);
        try
        {
            McpReplies.EndWithout(http, await alone.PostAsync(message, http.Response.Body, first => McpReplies.SetStatus(http, first)));
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // Closing the stream takes a request of these revisions back, and a server that closes answers nothing more.
        }
    }

    private async Task AnswerInSessionAsync(HttpContext http, JsonRpcMessage message, RequestId id)
    {
        var isNew = !http.Request.Headers.ContainsKey(McpEnvelope.SessionHeader);
        if (isNew && message is not JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            await McpReplies.RefuseAsync(
                http, StatusCodes.Status400BadRequest, id, $"The header {McpEnvelope.SessionHeader} is missing; initialize opens a session.");
            return;
        }

        var session = isNew ? await sessions.OpenAsync(http.Caller(), offered) : await FindAsync(http, id);
        if (session is null)
        {
            return;
        }

        http.Response.Headers[McpEnvelope.SessionHeader] = session.Id;
        McpReplies.BeginEvents(http);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        try
        {
            McpReplies.EndWithout(http, await session.PostAsync(message, http.Response.Body, either.Token));
        }
        catch (OperationCanceledException)
        {
            // Taken back by its client, or the session ended: there is no answer to give.
            McpReplies.EndWithout(http, answered: false);
        }
    }

    private async Task<McpSession?> FindAsync(HttpContext http, RequestId id)
    {
        var name = http.Request.Headers[McpEnvelope.SessionHeader].ToString();
        if (name.Length == 0)
        {
            await McpReplies.RefuseAsync(http, StatusCodes.Status400BadRequest, id, $"The header {McpEnvelope.SessionHeader} is missing.");
            return null;
        }

        var session = sessions.Find(name, http.Caller());
        if (session is null)
        {
            await McpReplies.WriteAsync(
                http, StatusCodes.Status404NotFound, id,
                new JsonRpcErrorDetail
                {
                    Code = NoSession,
                    Message = "The session is not open: it was idle too long, or the server was started anew. Initialize again.",
                });
        }

        return session;
    }
}
