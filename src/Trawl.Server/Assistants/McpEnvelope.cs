using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Trawl.Server.Assistants;

/// <summary>
/// Holds the headers of a message against its body, as revision 2026-07-28 asks (SEP-2243, SEP-2575): what stands between
/// client and server routes by headers, so a body that says something else is refused.
/// </summary>
internal static class McpEnvelope
{
    public const string SessionHeader = "Mcp-Session-Id";
    public const string VersionHeader = "MCP-Protocol-Version";

    /// <summary>Of the range that JSON-RPC leaves to implementations.</summary>
    public const int Refused = -32000;

    private const string Stateless = "2026-07-28";
    private const string VersionKey = "io.modelcontextprotocol/protocolVersion";
    private const string CapabilitiesKey = "io.modelcontextprotocol/clientCapabilities";

    private static readonly string[] s_versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", Stateless];

    /// <summary>Whether the request is of a revision without sessions.</summary>
    public static bool IsStateless(HttpRequest request) =>
        string.CompareOrdinal(request.Headers[VersionHeader].ToString(), Stateless) >= 0;

    /// <summary>What is wrong with the headers; null when nothing is.</summary>
    public static JsonRpcErrorDetail? Problem(HttpRequest request, JsonRpcMessage? message)
    {
        var version = request.Headers[VersionHeader].ToString();
        if (version.Length > 0 && !s_versions.Contains(version))
        {
            return Unsupported(version);
        }

        return message is JsonRpcRequest or JsonRpcNotification
            ? Mismatch(request, version, message) ?? (IsStateless(request) ? Routing(request, message) : null)
            : null;
    }

    private static JsonRpcErrorDetail? Mismatch(HttpRequest request, string version, JsonRpcMessage message)
    {
        var body = (Parameters(message)?["_meta"] as JsonObject)?[VersionKey] as JsonValue;
        var said = body is not null && body.TryGetValue(out string? text) ? text : null;
        if (message is JsonRpcRequest { Method: RequestMethods.Initialize })
        {
            said = Text(Parameters(message), "protocolVersion");
            return version.Length > 0 && said is not null && said != version ? Different(VersionHeader, version, said) : null;
        }

        var isStateless = IsStateless(request) || string.CompareOrdinal(said, Stateless) >= 0;
        return !isStateless ? null
            : version.Length == 0 ? Detail(McpErrorCode.HeaderMismatch, $"The header {VersionHeader} is missing; the body says \"{said}\".")
            : said is null && message is JsonRpcRequest ? Detail(McpErrorCode.InvalidParams, $"A request of revision {version} has \"_meta/{VersionKey}\".")
            : said is not null && said != version ? Different(VersionHeader, version, said)
            : message is JsonRpcRequest && (Parameters(message)?["_meta"] as JsonObject)?[CapabilitiesKey] is not JsonObject
                ? Detail(McpErrorCode.InvalidParams, $"A request of revision {version} has \"_meta/{CapabilitiesKey}\", an object.")
            : null;
    }

    private static JsonRpcErrorDetail? Routing(HttpRequest request, JsonRpcMessage message)
    {
        var method = message is JsonRpcRequest call ? call.Method : ((JsonRpcNotification)message).Method;
        var said = request.Headers["Mcp-Method"].ToString().Trim();
        if (said != method)
        {
            return said.Length == 0 ? Detail(McpErrorCode.HeaderMismatch, "The header Mcp-Method is missing.") : Different("Mcp-Method", said, method);
        }

        var key = method switch
        {
            RequestMethods.ToolsCall or RequestMethods.PromptsGet => "name",
            RequestMethods.ResourcesRead => "uri",
            "tasks/get" or "tasks/update" or "tasks/cancel" => "taskId",
            _ => null,
        };
        if (key is null)
        {
            return null;
        }

        var name = request.Headers["Mcp-Name"].ToString().Trim();
        var plain = name.All(c => c is '\t' or (>= ' ' and <= '~')) ? McpHeaderEncoder.DecodeValue(name) : null;
        return name.Length == 0 ? Detail(McpErrorCode.HeaderMismatch, "The header Mcp-Name is missing.")
            : plain is null ? Detail(McpErrorCode.HeaderMismatch, "The header Mcp-Name is not written as it should be.")
            : plain != Text(Parameters(message), key) ? Different("Mcp-Name", plain, Text(Parameters(message), key))
            : null;
    }

    /// <summary>The status that an error has over HTTP in revisions without sessions.</summary>
    public static int Status(JsonRpcErrorDetail error) => (McpErrorCode)error.Code switch
    {
        McpErrorCode.MethodNotFound => StatusCodes.Status404NotFound,
        McpErrorCode.MissingRequiredClientCapability or McpErrorCode.UnsupportedProtocolVersion or McpErrorCode.HeaderMismatch =>
            StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status200OK,
    };

    public static JsonRpcErrorDetail Detail(McpErrorCode code, string message) => new() { Code = (int)code, Message = message };

    public static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(T));

    private static JsonRpcErrorDetail Different(string header, string value, string? body) =>
        Detail(McpErrorCode.HeaderMismatch, $"The header {header} says \"{value}\", the body says \"{body}\".");

    private static JsonRpcErrorDetail Unsupported(string version) => new()
    {
        Code = (int)McpErrorCode.UnsupportedProtocolVersion,
        Message = $"Revision \"{version}\" is not known here.",
        Data = JsonSerializer.SerializeToNode(
            // As server/discover says: a revision of sessions is asked for by initialize, never by a header alone.
            new UnsupportedProtocolVersionErrorData { Supported = [Stateless], Requested = version }, TypeOf<UnsupportedProtocolVersionErrorData>()),
    };

    private static JsonObject? Parameters(JsonRpcMessage message) =>
        (message is JsonRpcRequest request ? request.Params : (message as JsonRpcNotification)?.Params) as JsonObject;

    private static string? Text(JsonObject? parameters, string key) =>
        parameters?[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
