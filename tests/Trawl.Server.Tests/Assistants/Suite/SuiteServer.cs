#pragma warning disable MCP9005 // The newest revision deprecates what the suite still asks of older ones.
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Tests.Assistants.Suite;

/// <summary>What the conformance suite expects to find behind whatever carries messages: that, and not this, is what it tests here.</summary>
internal static class SuiteServer
{
    private static readonly Dictionary<string, SuiteTool> s_tools = SuiteTools.All.Concat(SuiteRounds.All).ToDictionary();

    public static McpServerOptions Options { get; } = new()
    {
        ServerInfo = new Implementation { Name = "suite", Version = "1" },
        ScopeRequests = false,
        Capabilities = new ServerCapabilities { Resources = new ResourcesCapability { Subscribe = true }, Logging = new() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (request, _) => Kept(request, new ListToolsResult { Tools = [.. s_tools.Keys.Select(Describe)] }),
            CallToolHandler = (call, cancel) => s_tools.TryGetValue(call.Params.Name, out var tool)
                ? tool(call, cancel)
                : throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams),
            ListPromptsHandler = (request, _) => Kept(request, new ListPromptsResult { Prompts = SuiteTexts.Prompts }),
            GetPromptHandler = (request, _) => new(SuiteTexts.Prompt(request)),
            ListResourcesHandler = (request, _) => Kept(request, new ListResourcesResult { Resources = SuiteTexts.Resources }),
            ListResourceTemplatesHandler = (request, _) => Kept(request, new ListResourceTemplatesResult
            {
                ResourceTemplates = [new ResourceTemplate { UriTemplate = "test://template/{id}/data", Name = "template" }],
            }),
            ReadResourceHandler = (request, _) => Kept(request, SuiteTexts.Read(request.Params.Uri, IsStateless(request))),
            SubscribeToResourcesHandler = (_, _) => new(new EmptyResult()),
            UnsubscribeFromResourcesHandler = (_, _) => new(new EmptyResult()),
            CompleteHandler = (_, _) => new(new CompleteResult()),
        },
    };

    private static Tool Describe(string name) => new()
    {
        Name = name,
        Description = name,
        InputSchema = JsonElement.Parse(name == "json_schema_2020_12_tool"
            ? """
              {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
               "allOf":[{"anyOf":[{"required":["name"]},{"required":["address"]}]}],
               "if":{"required":["name"]},"then":{"required":["address"]},"else":{"required":["address"]},
               "$defs":{"address":{"$anchor":"address","type":"object","properties":{"street":{"type":"string"},"city":{"type":"string"}}}},
               "properties":{"name":{"type":"string"},"address":{"$ref":"#/$defs/address"}}}
              """
            : """{"type":"object"}"""),
    };

    private static bool IsStateless(MessageContext message) => message.JsonRpcMessage.Context?.ProtocolVersion == McpTalk.Stateless;

    private static ValueTask<T> Kept<T>(MessageContext message, T result)
        where T : ICacheableResult
    {
        if (IsStateless(message))
        {
            (result.TimeToLive, result.CacheScope) = (TimeSpan.FromMinutes(1), CacheScope.Public);
        }

        return new(result);
    }
}
