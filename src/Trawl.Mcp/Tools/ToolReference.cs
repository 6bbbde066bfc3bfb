using System.Globalization;
using System.Text;
using System.Text.Json;
using Trawl.Access.Users;
using Trawl.Mcp.Calling;

namespace Trawl.Mcp.Tools;

/// <summary>The reference of all tools, in Markdown, from what clients are told of them.</summary>
public static class ToolReference
{
    /// <summary>Writes it.</summary>
    public static string Write()
    {
        var text = new StringBuilder("""
            <!-- Generated from the code: TRAWL_UPDATE=1 ./build.sh test writes it anew. -->

            # Tools for assistants

            What `trawl mcp` offers; how to set it up: [guide/mcp.md](../guide/mcp.md).

            | tool | does | right |
            |---|---|---|

            """);
        foreach (var tool in ToolTable.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [`{tool.Name}`](#{tool.Name}) | {tool.Title} | {string.Join(", ", Rights.Names(tool.Needs))} |\n");
        }

        foreach (var tool in ToolTable.All)
        {
            Describe(text, tool);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, McpTool tool)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {tool.Name}\n\n{tool.Purpose} {Words(tool.Hints)}\n\n");
        var schema = tool.Described.InputSchema;
        if (schema.TryGetProperty("properties", out var properties))
        {
            Arguments(text, schema, properties);
        }

        var answer = tool.Described.OutputSchema!.Value.GetProperty("properties").EnumerateObject().Select(p => $"`{p.Name}`");
        text.Append(CultureInfo.InvariantCulture, $"Gives {string.Join(", ", answer)}.\n");
    }

    private static void Arguments(StringBuilder text, JsonElement schema, JsonElement properties)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToArray() : [];
        text.Append("| argument | value | meaning |\n|---|---|---|\n");
        foreach (var argument in properties.EnumerateObject())
        {
            var meaning = argument.Value.GetProperty("description").GetString()!.Replace("|", "\\|", StringComparison.Ordinal);
            var value = Value(argument.Value) + (required.Contains(argument.Name) ? ", required" : "");
            text.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {value} | {meaning} |\n");
        }

        text.Append('\n');
    }

    private static string Value(JsonElement schema)
    {
        var value = schema.TryGetProperty("enum", out var names) ? string.Join(", ", names.EnumerateArray().Select(n => $"`{n.GetString()}`"))
            : schema.GetProperty("type").GetString() is "array" ? "list"
            : schema.GetProperty("type").GetString() is "object" ? "map"
            : schema.GetProperty("type").GetString()!;
        var range = schema.TryGetProperty("minimum", out var least) ? $", {least} to {schema.GetProperty("maximum")}" : "";
        return $"{value}{range}{(schema.TryGetProperty("default", out var without) ? $"; else {without}" : "")}";
    }

    private static string Words(ToolHints hints) =>
        hints.HasFlag(ToolHints.ReadOnly) ? "Changes nothing."
        : hints.HasFlag(ToolHints.Destructive) ? "May end what is under way."
        : hints.HasFlag(ToolHints.OpenWorld) ? "Reaches other people's servers."
        : "";
}
