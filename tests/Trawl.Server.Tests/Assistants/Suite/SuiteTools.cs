#pragma warning disable MCP9005 // The newest revision deprecates what the suite still asks of older ones.
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Tests.Assistants.Suite;

/// <summary>The tools that the conformance suite calls by name; what they must answer is written in its scenarios.</summary>
internal static class SuiteTools
{
    /// <summary>One pixel.</summary>
    public static readonly byte[] Image =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="u8.ToArray();

    private static readonly byte[] s_sound = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA="u8.ToArray();

    public static IReadOnlyDictionary<string, SuiteTool> All { get; } = new Dictionary<string, SuiteTool>
    {
        ["test_simple_text"] = (_, _) => Text("This is a simple text response for testing."),
        ["test_image_content"] = (_, _) => Of(Picture()),
        ["test_audio_content"] = (_, _) => Of(new AudioContentBlock { Data = s_sound, MimeType = "audio/wav" }),
        ["test_embedded_resource"] = (_, _) => Of(Embedded("test://embedded-resource", "text/plain")),
        ["test_multiple_content_types"] = (_, _) => Of(
            new TextContentBlock { Text = "Multiple content types test:" }, Picture(), Embedded("test://mixed-content-resource", "application/json")),
        ["test_error_handling"] = (_, _) => new(new CallToolResult
        {
            IsError = true, Content = [new TextContentBlock { Text = "This tool intentionally returns an error for testing" }],
        }),
        ["test_tool_with_logging"] = LogAsync,
        ["test_tool_with_progress"] = ProgressAsync,
        ["test_sampling"] = async (call, cancel) =>
        {
            var made = await call.Server.SampleAsync(SuiteInputs.Sampling("Say something."), cancel);
            return await Text(made.Content.OfType<TextContentBlock>().First().Text);
        },
        ["test_elicitation"] = (call, cancel) => ElicitAsync(call, SuiteInputs.Form("response"), cancel),
        ["test_elicitation_sep1034_defaults"] = (call, cancel) => ElicitAsync(call, SuiteInputs.Defaults, cancel),
        ["test_elicitation_sep1330_enums"] = (call, cancel) => ElicitAsync(call, SuiteInputs.Choices, cancel),
        ["json_schema_2020_12_tool"] = (_, _) => Text("done"),
        ["test_missing_capability"] = (call, _) => call.Server.ClientCapabilities?.Sampling is not null
            ? Text("declared")
            : throw new MissingRequiredClientCapabilityException(new ClientCapabilities { Sampling = new() }, "This needs sampling."),
        ["test_streaming_elicitation"] = (_, _) => Text("nothing but a result"),
        ["test_logging_tool"] = (_, _) => Text("nothing is logged that was not asked for"),
    };

    public static ValueTask<CallToolResult> Text(string text) => Of(new TextContentBlock { Text = text });

    private static ValueTask<CallToolResult> Of(params ContentBlock[] content) => new(new CallToolResult { Content = content });

    private static ImageContentBlock Picture() => new() { Data = Image, MimeType = "image/png" };

    private static EmbeddedResourceBlock Embedded(string uri, string type) =>
        new() { Resource = new TextResourceContents { Uri = uri, MimeType = type, Text = "{}" } };

    private static async ValueTask<CallToolResult> LogAsync(RequestContext<CallToolRequestParams> call, CancellationToken cancel)
    {
        foreach (var text in (string[])["Tool execution started", "Tool processing data", "Tool execution completed"])
        {
            var parameters = new System.Text.Json.Nodes.JsonObject { ["level"] = "info", ["data"] = text };
            await call.Server.SendMessageAsync(new JsonRpcNotification { Method = "notifications/message", Params = parameters }, cancel);
        }

        return await Text("logged");
    }

    private static async ValueTask<CallToolResult> ProgressAsync(RequestContext<CallToolRequestParams> call, CancellationToken cancel)
    {
        foreach (var share in (int[])[0, 50, 100])
        {
            await call.Server.NotifyProgressAsync(
                call.Params.ProgressToken!.Value, new ProgressNotificationValue { Progress = share, Total = 100 }, cancellationToken: cancel);
        }

        return await Text("done");
    }

    private static async ValueTask<CallToolResult> ElicitAsync(
        RequestContext<CallToolRequestParams> call, ElicitRequestParams form, CancellationToken cancel) =>
        await Text($"Elicitation completed: action={(await call.Server.ElicitAsync(form, cancel)).Action}");
}
