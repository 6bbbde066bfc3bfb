using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Trawl.Enrich.Models;

/// <summary>The chat-completions format that OpenAI's endpoint and many others speak: what is sent.</summary>
internal static class ChatWire
{
    /// <summary>The body of a request.</summary>
    public static JsonObject Request(string? model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var body = new JsonObject { ["messages"] = new JsonArray([.. messages.SelectMany(Messages)]) };
        if (model is not null) body.Insert(0, "model", model);
        if (options?.Tools is { Count: > 0 } tools) body["tools"] = new JsonArray([.. tools.OfType<AIFunctionDeclaration>().Select(Tool)]);
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
            body["response_format"] = Format(schema, format.SchemaName ?? "answer");
        return body;
    }

    /// <summary>A message as it is sent; the results of several tools are several.</summary>
    public static IEnumerable<JsonObject> Messages(ChatMessage message)
    {
        if (message.Role != ChatRole.Tool) return [Message(message)];
        return message.Contents.OfType<FunctionResultContent>().Select(result => new JsonObject
        {
            ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = result.Result as string ?? "",
        });
    }

    /// <summary>A message that carries no results.</summary>
    public static JsonObject Message(ChatMessage message)
    {
        var made = new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text };
        var calls = message.Contents.OfType<FunctionCallContent>().Select(call => new JsonObject
        {
            ["id"] = call.CallId,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ToolArguments.Write(call) },
        }).ToArray();
        if (calls.Length > 0) made["tool_calls"] = new JsonArray([.. calls]);
        return made;
    }

    private static JsonObject Tool(AIFunctionDeclaration tool) => new()
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = tool.Name, ["description"] = tool.Description, ["parameters"] = JsonNode.Parse(tool.JsonSchema.GetRawText()),
        },
    };

    private static JsonObject Format(JsonElement schema, string name) => new()
    {
        ["type"] = "json_schema",
        ["json_schema"] = new JsonObject { ["name"] = name, ["strict"] = true, ["schema"] = JsonNode.Parse(schema.GetRawText()) },
    };
}
