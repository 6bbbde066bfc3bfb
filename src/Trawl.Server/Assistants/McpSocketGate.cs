using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Access.Users;
using Trawl.Mcp;
using Trawl.Server.Callers;
using Trawl.Server.Limits;

namespace Trawl.Server.Assistants;

/// <summary>
/// Lets each message of a connection in as if it were a request of its own: its token is still good, its caller within
/// the budget, and it has a correlation of its own.
/// </summary>
internal sealed class McpSocketGate(HttpContext http, McpServer server, CallerReader callers, CallerLimits limits)
{
    private long _messages;

    /// <summary>Whether the connection's token is accepted no longer.</summary>
    public bool IsShut { get; private set; }

    /// <summary>Why a message may not come in; null when it may, and then its caller stands beside it.</summary>
    public JsonRpcErrorDetail? Problem(JsonRpcMessage message)
    {
        if (callers.Read(http.Request) is not { } caller || !caller.May(Right.Read))
        {
            IsShut = true;
            return new() { Code = McpEnvelope.Refused, Message = "The token of this connection is accepted no longer. Connect with another." };
        }

        using var lease = limits.Take(http);
        if (!lease.IsAcquired)
        {
            return new() { Code = McpEnvelope.Refused, Message = "This caller has made too many requests. Wait a second and send it again." };
        }

        new McpCaller(caller, $"{http.TraceIdentifier}:{++_messages}").PutInto(message);
        McpCaller.PutSession(message, server);
        return null;
    }
}
