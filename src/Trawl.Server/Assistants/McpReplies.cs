using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelContextProtocol.Protocol;

namespace Trawl.Server.Assistants;

/// <summary>How answers of the protocol look over HTTP.</summary>
internal static class McpReplies
{
    public static bool Accepts(HttpContext http, string type) => http.Request.GetTypedHeaders().Accept.Any(a => a.MatchesMediaType(type));

    /// <summary>An event stream follows. What begins it is not yet sent, so the status can still change.</summary>
    public static void BeginEvents(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    /// <summary>Nothing was written: the message was one that gets no answer.</summary>
    public static void EndWithout(HttpContext http, bool answered)
    {
        if (!answered && !http.Response.HasStarted)
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    /// <summary>Revisions without sessions say an error in the status too.</summary>
    public static ValueTask SetStatus(HttpContext http, JsonRpcMessage? first)
    {
        if (first is JsonRpcError { Error: { } error } && !http.Response.HasStarted)
        {
            http.Response.StatusCode = McpEnvelope.Status(error);
        }

        return default;
    }

    public static Task RefuseAsync(HttpContext http, int status, RequestId id, string message) =>
        WriteAsync(http, status, id, new JsonRpcErrorDetail { Code = McpEnvelope.Refused, Message = message });

    public static Task WriteAsync(HttpContext http, int status, RequestId id, JsonRpcErrorDetail error)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(
            new JsonRpcError { Id = id, Error = error }, McpEnvelope.TypeOf<JsonRpcError>(), "application/json", http.RequestAborted);
    }
}
