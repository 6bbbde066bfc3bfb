using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Mcp;

/// <summary>Everything assistants can ask of Trawl, for whatever carries their messages. Safe for concurrent use.</summary>
public sealed class McpDoor : IDisposable
{
    /// <summary>What lists change with is the version of this program, so clients may keep them for a while.</summary>
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(5);

    private readonly ToolInstruments _instruments = new();
    private readonly ToolGate _gate;

    /// <summary>Makes a door; it opens nothing.</summary>
    public McpDoor(McpDoorOptions options)
    {
        _gate = new ToolGate(options, _instruments);
        ServerOptions = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "trawl", Title = "Trawl", Version = options.Version },
            ServerInstructions = Instructions.Text,
            ScopeRequests = false,
            Handlers = Handlers(),
        };
    }

    /// <summary>What a server of the protocol needs; one object for any number of sessions.</summary>
    public McpServerOptions ServerOptions { get; }

    /// <inheritdoc/>
    public void Dispose() => _instruments.Dispose();

    private McpServerHandlers Handlers() => new()
    {
        ListToolsHandler = (request, _) => ValueTask.FromResult(
            Kept(request, new ListToolsResult { Tools = [.. _gate.For(request).Select(t => t.Described)] })),
        CallToolHandler = _gate.CallAsync,
    };

    /// <summary>Says how long a list holds, to clients of revisions that know of it.</summary>
    private static T Kept<T>(MessageContext message, T list)
        where T : ICacheableResult
    {
        if (Revisions.IsStateless(message))
        {
            (list.TimeToLive, list.CacheScope) = (s_keep, CacheScope.Private);
        }

        return list;
    }
}
