using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Mcp;
using Trawl.Server.Callers;

namespace Trawl.Server.Assistants;

/// <summary>
/// The Model Context Protocol over HTTP ("Streamable HTTP") at one address: with sessions up to revision 2025-11-25,
/// without them from 2026-07-28 on.
/// </summary>
internal sealed class McpHttp(McpDoor door, McpSessions sessions, ServerLife life)
{
    /// <summary>Not of the protocol; what clients of sessions look for to open a new one.</summary>
    private const int NoSession = -32001;

    public async Task PostAsync(HttpContext http)
    {
        if (!Accepts(http, "application/json") || !Accepts(http, "text/event-stream"))
        {
            await RefuseAsync(http, StatusCodes.Status406NotAcceptable, default, "Accept must name application/json and text/event-stream.");
            return;
        }

        if (await ReadAsync(http) is not { } message)
        {
            return;
        }

        var id = message is JsonRpcRequest request ? request.Id : default;
        if (McpEnvelope.Problem(http.Request, message) is { } problem)
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, id, problem);
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
            await RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, default, "This revision has no GET; use subscriptions/listen.");
            return;
        }

        if (!Accepts(http, "text/event-stream"))
        {
            await RefuseAsync(http, StatusCodes.Status406NotAcceptable, default, "Accept must name text/event-stream.");
            return;
        }

        if (await FindAsync(http, default) is not { } session)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        try
        {
            BeginEvents(http);
            await session.GetAsync(http.Response.Body, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The client left or the server closes: that is how these streams end.
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, StatusCodes.Status409Conflict, default, "The session has a stream already.");
        }
    }

    public async Task DeleteAsync(HttpContext http)
    {
        if (McpEnvelope.IsStateless(http.Request))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            await RefuseAsync(http, StatusCodes.Status405MethodNotAllowed, default, "This revision has no sessions to end.");
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
            await WriteAsync(http, StatusCodes.Status404NotFound, id, detail);
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, door.ServerOptions);
        var run = server.RunAsync(either.Token);
        BeginEvents(http);
        var answered = await transport.HandlePostRequestAsync(message, http.Response.Body, first => SetStatus(http, first), either.Token);
        EndWithout(http, answered);
        await transport.DisposeAsync();
        await run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task AnswerInSessionAsync(HttpContext http, JsonRpcMessage message, RequestId id)
    {
        var isNew = !http.Request.Headers.ContainsKey(McpEnvelope.SessionHeader);
        if (isNew && message is not JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, id, $"The header {McpEnvelope.SessionHeader} is missing; initialize opens a session.");
            return;
        }

        var session = isNew ? await sessions.OpenAsync(http.Caller(), door.ServerOptions) : await FindAsync(http, id);
        if (session is null)
        {
            return;
        }

        http.Response.Headers[McpEnvelope.SessionHeader] = session.Id;
        BeginEvents(http);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.Closing);
        try
        {
            EndWithout(http, await session.PostAsync(message, http.Response.Body, either.Token));
        }
        catch (OperationCanceledException)
        {
            // Taken back by its client, or the session ended: there is no answer to give.
            EndWithout(http, answered: false);
        }
    }

    private async Task<McpSession?> FindAsync(HttpContext http, RequestId id)
    {
        var name = http.Request.Headers[McpEnvelope.SessionHeader].ToString();
        if (name.Length == 0)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, id, $"The header {McpEnvelope.SessionHeader} is missing.");
            return null;
        }

        var session = sessions.Find(name, http.Caller());
        if (session is null)
        {
            await WriteAsync(
                http, StatusCodes.Status404NotFound, id,
                new JsonRpcErrorDetail
                {
                    Code = NoSession,
                    Message = "The session is not open: it was idle too long, or the server was started anew. Initialize again.",
                });
        }

        return session;
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, default, "The body is application/json.");
            return null;
        }

        try
        {
            var message = await JsonSerializer.DeserializeAsync(http.Request.Body, McpEnvelope.TypeOf<JsonRpcMessage>(), http.RequestAborted)
                ?? throw new JsonException();
            message.Context ??= new();
            message.Context.ProtocolVersion = http.Request.Headers[McpEnvelope.VersionHeader].ToString() is { Length: > 0 } version ? version : null;
            new McpCaller(http.Caller(), http.TraceIdentifier).PutInto(message);
            return message;
        }
        catch (JsonException)
        {
            await WriteAsync(
                http, StatusCodes.Status400BadRequest, default,
                McpEnvelope.Detail(McpErrorCode.ParseError, "The body is no JSON-RPC message. Send one object with jsonrpc, id, method and params."));
            return null;
        }
    }

    private static ValueTask SetStatus(HttpContext http, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error: { } error } && !http.Response.HasStarted)
        {
            http.Response.StatusCode = McpEnvelope.Status(error);
        }

        return default;
    }

    private static void BeginEvents(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    private static void EndWithout(HttpContext http, bool answered)
    {
        if (!answered && !http.Response.HasStarted)
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private static bool Accepts(HttpContext http, string type)
    {
        var accept = http.Request.GetTypedHeaders().Accept;
        return accept.Any(a => a.MatchesMediaType(type));
    }

    private static Task RefuseAsync(HttpContext http, int status, RequestId id, string message) =>
        WriteAsync(http, status, id, new JsonRpcErrorDetail { Code = -32000, Message = message });

    private static Task WriteAsync(HttpContext http, int status, RequestId id, JsonRpcErrorDetail error)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(
            new JsonRpcError { Id = id, Error = error }, McpEnvelope.TypeOf<JsonRpcError>(), "application/json", http.RequestAborted);
    }
}
