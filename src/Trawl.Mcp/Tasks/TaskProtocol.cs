using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Mcp.Tasks;

/// <summary>What of a message is about tasks: the extension of revision 2026-07-28 (SEP-2663).</summary>
internal static class TaskProtocol
{
    public const string Extension = "io.modelcontextprotocol/tasks";
    public const string GetMethod = "tasks/get";
    public const string UpdateMethod = "tasks/update";
    public const string CancelMethod = "tasks/cancel";

    /// <summary>The field of a request that <c>Mcp-Name</c> repeats.</summary>
    public const string IdField = "taskId";

    /// <summary>Whether the client said, with this very request, that it knows of tasks.</summary>
    public static bool IsKnownTo(JsonRpcRequest request) =>
        IsStateless(request)
        && (request.Params?["_meta"]?[MetaKeys.ClientCapabilities]?["extensions"] as JsonObject)?.ContainsKey(Extension) == true;

    /// <summary>The task a request is about.</summary>
    /// <exception cref="McpException">Its revision has no tasks, its client did not say that it knows of them, or it names none.</exception>
    public static string IdOf(JsonRpcRequest request) =>
        !IsStateless(request) ? throw new McpProtocolException(
            $"\"{request.Method}\" is of revision {Revisions.Stateless} and later.", McpErrorCode.MethodNotFound)
        : !IsKnownTo(request) ? throw new MissingRequiredClientCapabilityException(
            new ClientCapabilities { Extensions = new Dictionary<string, object> { [Extension] = new JsonObject() } },
            $"\"{request.Method}\" needs the client's extension \"{Extension}\".")
        : request.Params?[IdField] is JsonValue value && value.TryGetValue(out string? id) ? id
        : throw new McpProtocolException($"\"{request.Method}\" needs \"{IdField}\".", McpErrorCode.InvalidParams);

    private static bool IsStateless(JsonRpcRequest request) =>
        string.CompareOrdinal(request.Context?.ProtocolVersion, Revisions.Stateless) >= 0;
}
