using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Trawl.Api.Errors;

namespace Trawl.Mcp.Calling;

/// <summary>From answers and refusals to what the protocol carries.</summary>
internal static class ToolResults
{
    /// <summary>JSON in a text block is escaped once more and read by few: the structured answer has all of it.</summary>
    private const int MostText = 4_096;

    public static CallToolResult Of<T>(ToolAnswer<T> answer, JsonElement structured, bool carriesPageText)
        where T : class
    {
        var text = answer.Text ?? Cut(structured.GetRawText());
        return new CallToolResult
        {
            Content =
            [
                new TextContentBlock { Text = answer.Summary },
                carriesPageText ? PageText.Block(text) : new TextContentBlock { Text = text },
                .. answer.Links,
            ],
            StructuredContent = structured,
        };
    }

    /// <summary>A refusal: never with structured content, always with what to do next.</summary>
    public static CallToolResult Refused(ApiError error)
    {
        var text = new StringBuilder(error.Message);
        if (error.WayOut is not null)
        {
            text.Append(' ').Append(error.WayOut);
        }

        foreach (var finding in error.Diagnostics)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {finding.Code} line {finding.Line}, column {finding.Column}: {finding.Message} {finding.Fix}");
        }

        text.Append("\nNext: ").Append(NextSteps.After(error.Kind));
        return new CallToolResult
        {
            IsError = true,
            Content = [new TextContentBlock { Text = text.ToString() }],
            Meta = new JsonObject { ["trawl/error"] = JsonNamingPolicy.CamelCase.ConvertName(error.Kind.ToString()) },
        };
    }

    private static string Cut(string json) => json.Length <= MostText
        ? json
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{json.AsSpan(0, MostText)}\n[cut: {MostText:N0} of {json.Length:N0} characters; the structured content has all of it, or ask for less]");
}
