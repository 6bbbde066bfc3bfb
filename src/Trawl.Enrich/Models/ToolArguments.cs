using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trawl.Enrich.Models;

/// <summary>Arguments of a tool as a model writes them: a text that should be a JSON object.</summary>
internal static class ToolArguments
{
    public static FunctionCallContent Read(string id, string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return new FunctionCallContent(id, name, document.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => (object?)m.Value.Clone()));
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // Said below; a member twice is as bad.
        }

        return new FunctionCallContent(id, name) { Exception = new FormatException("The arguments are no JSON object.") };
    }

    /// <summary>The same as text; <c>{}</c> when they could not be read.</summary>
    public static string Write(FunctionCallContent call)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
            arguments[name] = value is JsonElement element ? JsonNode.Parse(element.GetRawText()) : JsonValue.Create(value?.ToString());
        return arguments.ToJsonString(WireText.Plain);
    }
}
