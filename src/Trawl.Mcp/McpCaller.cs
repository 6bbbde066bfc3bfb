using ModelContextProtocol.Server;
using Trawl.Access;

namespace Trawl.Mcp;

/// <summary>Who sent a message, put beside it by whatever carried it.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Correlation">The request's id, as in logs and the audit journal.</param>
public sealed record McpCaller(Caller Caller, string Correlation)
{
    private const string Key = "trawl.caller";

    /// <summary>Puts it beside a message.</summary>
    public void PutInto(IDictionary<string, object?> items) => items[Key] = this;

    /// <summary>Reads it from beside a message; null when the carrier put nothing there.</summary>
    internal static McpCaller? Of(MessageContext message) => message.Items.TryGetValue(Key, out var caller) ? caller as McpCaller : null;
}
