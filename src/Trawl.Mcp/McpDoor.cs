using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Trawl.Mcp.Prompts;
using Trawl.Mcp.Resources;
using Trawl.Mcp.Tasks;

namespace Trawl.Mcp;

/// <summary>Everything assistants can ask of Trawl, for whatever carries their messages. Safe for concurrent use.</summary>
public sealed class McpDoor : IDisposable
{
    /// <summary>What lists change with is the version of this program, so clients may keep them for a while.</summary>
    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(5);

    private readonly ToolInstruments _instruments = new();
    private readonly ToolGate _gate;
    private readonly ResourceDesk _resources;
    private readonly PromptDesk _prompts;
    private readonly Subscriptions _subscriptions;

    /// <summary>Makes a door; it opens nothing.</summary>
    public McpDoor(McpDoorOptions options)
    {
        _gate = new ToolGate(options, _instruments);
        (_resources, _prompts, _subscriptions) = (new ResourceDesk(options), new PromptDesk(options), new Subscriptions(options));
        ServerOptions = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "trawl", Title = "Trawl", Version = options.Version },
            ServerInstructions = Instructions.Text,
            ScopeRequests = false,
            Capabilities = new ServerCapabilities { Resources = new ResourcesCapability { Subscribe = true } },
            Handlers = Handlers(),
        };
        new TaskDesk(options, _gate).OfferTo(ServerOptions);
    }

    /// <summary>What a server of the protocol needs; one object for any number of sessions.</summary>
    public McpServerOptions ServerOptions { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _subscriptions.Dispose();
        _instruments.Dispose();
    }

    private McpServerHandlers Handlers() => new()
    {
        ListToolsHandler = (request, _) => ValueTask.FromResult(
            Kept(request, new ListToolsResult { Tools = [.. _gate.For(request).Select(t => t.Described)] })),
        ListResourcesHandler = (request, cancel) => _resources.ListAsync(request, cancel),
        ListResourceTemplatesHandler = (request, _) => ValueTask.FromResult(
            Kept(request, new ListResourceTemplatesResult { ResourceTemplates = ResourceTemplates.All })),
        ReadResourceHandler = _resources.ReadAsync,
        SubscribeToResourcesHandler = (request, _) => ValueTask.FromResult(_subscriptions.Subscribe(request)),
        UnsubscribeFromResourcesHandler = (request, _) => ValueTask.FromResult(_subscriptions.Unsubscribe(request)),
        SubscriptionsListenHandler = _subscriptions.ListenAsync,
        ListPromptsHandler = (request, _) => ValueTask.FromResult(Kept(request, new ListPromptsResult { Prompts = PromptDesk.All })),
        GetPromptHandler = (request, _) => ValueTask.FromResult(PromptDesk.Get(request.Params)),
        CompleteHandler = (request, cancel) => _prompts.CompleteAsync(request.Params, cancel),
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
