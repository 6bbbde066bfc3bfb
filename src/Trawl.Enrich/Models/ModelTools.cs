using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trawl.Engine.Seams.Plugins;
using Trawl.Enrich.Tools;

namespace Trawl.Enrich.Models;

/// <summary>The tools that a step lets its model call.</summary>
/// <param name="offers"><c>server</c>, or <c>server/tool</c>.</param>
/// <param name="tools">Calls them.</param>
internal sealed class ModelTools(IReadOnlyList<string> offers, ToolBox tools)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<string, (string Server, string Tool, AIFunctionDeclaration Declaration)>? _byName;

    /// <summary>As the model is told of them; or why that is not known.</summary>
    public async Task<(IEnumerable<AIFunctionDeclaration> Offers, PluginFault? Fault)> OffersAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_byName is null && await LearnAsync(cancellationToken) is { } fault) return ([], fault);
            return (_byName!.Values.Select(tool => tool.Declaration), null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What the tool answered, marked as what it is. What is wrong with the call, the model is told.</summary>
    public async Task<(string Result, PluginFault? Fault)> CallAsync(FunctionCallContent call, string place, CancellationToken cancellationToken)
    {
        if (!_byName!.TryGetValue(call.Name, out var tool)) return ($"There is no tool \"{call.Name}\". There are: {string.Join(", ", _byName.Keys)}.", null);
        if (call.Exception is { } broken) return (broken.Message, null);
        var answer = await tools.CallAsync(tool.Server, tool.Tool, ToolArguments.Write(call), place, cancellationToken);
        return answer.Fault is { } fault ? ("", fault)
            : (UntrustedText.Mark(JsonNode.Parse(answer.Text!)!.ToJsonString(WireText.Marked)), null);
    }

    private async Task<PluginFault?> LearnAsync(CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, (string Server, string Tool, AIFunctionDeclaration Declaration)>(StringComparer.Ordinal);
        foreach (var server in offers.Select(ServerOf).Distinct(StringComparer.Ordinal))
        {
            var answer = await tools.ListAsync(server, cancellationToken);
            if (answer.Fault is not null) return answer.Fault;
            using var list = JsonDocument.Parse(answer.Text!);
            foreach (var tool in list.RootElement.EnumerateArray())
            {
                var name = tool.GetProperty("name").GetString()!;
                if (offers.Contains(server) || offers.Contains($"{server}/{name}"))
                    byName[ToolNames.Of($"{server}/{name}")] = (server, name, Declare(server, name, tool));
            }
        }

        _byName = byName;
        return null;
    }

    private static AIFunctionDeclaration Declare(string server, string name, JsonElement tool) => AIFunctionFactory.CreateDeclaration(
        ToolNames.Of($"{server}/{name}"), tool.GetProperty("description").GetString(), tool.GetProperty("inputSchema").Clone());

    private static string ServerOf(string offer) => offer.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? offer[..slash] : offer;
}
