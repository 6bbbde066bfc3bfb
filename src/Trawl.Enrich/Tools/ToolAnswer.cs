using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Trawl.Enrich.Tools;

/// <summary>
/// A tool's answer as it is recorded: <c>{"content": …}</c>, or <c>{"error": "…"}</c> when the tool says that it failed. The
/// content is the structured one; else the text, when that is JSON; else <c>{"text": "…"}</c>.
/// </summary>
internal static class ToolAnswer
{
    public static Answer Of(CallToolResult result)
    {
        var text = string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
        var answer = result.IsError == true ? new JsonObject { ["error"] = text } : new JsonObject { ["content"] = Content(result, text) };
        return new Answer(answer.ToJsonString(WireText.Plain));
    }

    /// <summary>The content; or the error, in the tool's words.</summary>
    public static (JsonElement Content, string? Error) Read(string answer)
    {
        var root = JsonDocument.Parse(answer).RootElement;
        return root.TryGetProperty("error", out var error) ? (default, error.GetString() ?? "it did not say why") : (root.GetProperty("content"), null);
    }

    private static JsonNode? Content(CallToolResult result, string text)
    {
        if (result.StructuredContent is { } structured) return JsonNode.Parse(structured.GetRawText());
        try
        {
            if (text.AsSpan().TrimStart() is ['{' or '[', ..]) return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // A text that only begins like JSON.
        }

        return new JsonObject { ["text"] = text };
    }
}
