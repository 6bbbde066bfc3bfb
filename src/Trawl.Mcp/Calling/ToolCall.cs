using System.Text.Json;
using ModelContextProtocol;
using Trawl.Access;
using Trawl.Api;

namespace Trawl.Mcp.Calling;

/// <summary>One call of a tool.</summary>
internal sealed record ToolCall
{
    public required McpDoorOptions Door { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>As in logs and the audit journal; empty over stdio.</summary>
    public required string Correlation { get; init; }

    public required IDictionary<string, JsonElement> Arguments { get; init; }

    /// <summary>Whether the client does not wait for the run that the call starts.</summary>
    public bool IsTask { get; init; }

    /// <summary>Tells the client how far it is; null when the client did not ask.</summary>
    public Func<ProgressNotificationValue, Task>? Progress { get; init; }

    /// <summary>Ends the call. A run goes on all the same.</summary>
    public required CancellationToken Cancel { get; init; }

    public ITrawlClient Client => Door.Client;
}
