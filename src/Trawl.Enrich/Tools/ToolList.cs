using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using Trawl.Model.Errors;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Tools;

/// <summary>What a server says of the tools that may be called.</summary>
internal static class ToolList
{
    public static Answer Of(ToolServerPlan plan, IEnumerable<McpClientTool> tools)
    {
        var byName = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        if (plan.Allow.FirstOrDefault(name => !byName.ContainsKey(name)) is { } absent)
        {
            return Answer.Failed(ErrorCode.ToolAnswer,
                $"The tool server \"{plan.Name}\" has no tool \"{absent}\"; it has {string.Join(", ", byName.Keys.Order(StringComparer.Ordinal).Take(20))}.");
        }

        return new Answer(new JsonArray([.. plan.Allow.Select(name => new JsonObject
        {
            ["name"] = name,
            ["description"] = byName[name].Description,
            ["inputSchema"] = JsonNode.Parse(byName[name].JsonSchema.GetRawText()),
        })]).ToJsonString(WireText.Plain));
    }
}
