using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Trawl.Mcp;
using Trawl.Server.Callers;

namespace Trawl.Server.Assistants;

/// <summary>Reads the message of a request, with its caller beside it.</summary>
internal static class McpBody
{
    public const string NoMessage = "This is no JSON-RPC message. Send one object with jsonrpc, id, method and params.";

    /// <summary>The message; null when there is none, and then the answer has been given.</summary>
    public static async Task<JsonRpcMessage?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await McpReplies.RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, default, "The body is application/json.");
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
            await McpReplies.WriteAsync(
                http, StatusCodes.Status400BadRequest, default, McpEnvelope.Detail(McpErrorCode.ParseError, NoMessage));
            return null;
        }
    }
}
