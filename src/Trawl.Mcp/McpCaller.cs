using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access;

namespace Trawl.Mcp;

/// <summary>Who sent a message, put beside it by whatever carried it.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Correlation">The request's id, as in logs and the audit journal.</param>
public sealed record McpCaller(Caller Caller, string Correlation)
{
    private const string CallerKey = "trawl.caller";
    private const string SessionKey = "trawl.session";

    /// <summary>Puts it beside a message.</summary>
    public void PutInto(JsonRpcMessage message) => Items(message)[CallerKey] = this;

    /// <summary>Puts the server of a session beside a message: what is sent later does not belong to the request alone.</summary>
    public static void PutSession(JsonRpcMessage message, McpServer session) => Items(message)[SessionKey] = session;

    /// <summary>Reads it from beside a message; null when the carrier put nothing there.</summary>
    internal static McpCaller? Of(MessageContext message) => message.Items.TryGetValue(CallerKey, out var caller) ? caller as McpCaller : null;

    /// <summary>As of a message that nothing was made of yet.</summary>
    internal static McpCaller? Of(JsonRpcMessage message) =>
        message.Context?.Items?.TryGetValue(CallerKey, out var caller) == true ? caller as McpCaller : null;

    internal static McpServer? SessionOf(MessageContext message) => message.Items.TryGetValue(SessionKey, out var session) ? session as McpServer : null;

    private static IDictionary<string, object?> Items(JsonRpcMessage message)
    {
        message.Context ??= new JsonRpcMessageContext();
        return message.Context.Items ??= new Dictionary<string, object?>();
    }
}
