using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Trawl.Enrich.Models;

/// <summary>The chat-completions format: what is received. Nothing of it is believed to be there.</summary>
internal static class ChatAnswer
{
    /// <exception cref="FormatException">It is no chat completion.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ChatResponse ReadCompletion(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array
            || choices.GetArrayLength() == 0 || !choices[0].TryGetProperty("message", out var message))
        {
            throw new FormatException("it has no choices[0].message");
        }

        return new ChatResponse(Read(message)) { Usage = Usage(root) };
    }

    /// <summary>One message of an assistant.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ChatMessage Read(JsonElement message)
    {
        var made = new ChatMessage { Role = ChatRole.Assistant };
        if (Text(message, "content") is { Length: > 0 } text) made.Contents.Add(new TextContent(text));
        if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
        {
            foreach (var call in calls.EnumerateArray())
            {
                if (call.ValueKind != JsonValueKind.Object || !call.TryGetProperty("function", out var function) || Text(function, "name") is not { } name)
                    throw new FormatException("a tool call has no function.name");
                made.Contents.Add(ToolArguments.Read(Text(call, "id") ?? $"call_{made.Contents.Count}", name, Text(function, "arguments") ?? ""));
            }
        }

        return made;
    }

    private static string? Text(JsonElement map, string name) =>
        map.ValueKind == JsonValueKind.Object && map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object) return null;
        var (input, output) = (Number(usage, "prompt_tokens"), Number(usage, "completion_tokens"));
        return new UsageDetails { InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = input + output };
    }

    private static long Number(JsonElement map, string name) =>
        map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0 ? number : 0;
}
