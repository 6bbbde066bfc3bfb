using ModelContextProtocol.Server;

namespace Trawl.Mcp;

/// <summary>Revisions of the protocol. Their names are dates, so they compare as texts.</summary>
internal static class Revisions
{
    /// <summary>The first without sessions: every request says all that it means.</summary>
    public const string Stateless = "2026-07-28";

    public static bool IsStateless(MessageContext message) =>
        string.CompareOrdinal(message.JsonRpcMessage.Context?.ProtocolVersion ?? message.Server.NegotiatedProtocolVersion, Stateless) >= 0;
}
