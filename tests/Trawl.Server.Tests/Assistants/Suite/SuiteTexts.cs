using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trawl.Server.Tests.Assistants.Suite;

/// <summary>The prompts and resources that the suite asks for by name.</summary>
internal static class SuiteTexts
{
    public static IList<Prompt> Prompts { get; } =
    [
        Of("test_simple_prompt"), Of("test_prompt_with_arguments", "arg1", "arg2"), Of("test_prompt_with_embedded_resource", "resourceUri"),
        Of("test_prompt_with_image"), Of("test_input_required_result_prompt"),
    ];

    public static IList<Resource> Resources { get; } =
    [
        new() { Uri = "test://static-text", Name = "text", MimeType = "text/plain" },
        new() { Uri = "test://static-binary", Name = "binary", MimeType = "image/png" },
        new() { Uri = "test://watched-resource", Name = "watched", MimeType = "text/plain" },
    ];

    public static GetPromptResult Prompt(RequestContext<GetPromptRequestParams> request) => request.Params.Name switch
    {
        "test_simple_prompt" => Say(Text("This is a simple prompt without arguments.")),
        "test_prompt_with_arguments" => Say(Text(string.Join(", ", request.Params.Arguments!.Select(a => $"{a.Key}={a.Value}")))),
        "test_prompt_with_embedded_resource" => Say(
            new EmbeddedResourceBlock { Resource = Contents(request.Params.Arguments!["resourceUri"].ToString()) }, Text("Process it.")),
        "test_prompt_with_image" => Say(new ImageContentBlock { Data = SuiteTools.Image, MimeType = "image/png" }, Text("Look at it.")),
        _ when request.Params.InputResponses?.ContainsKey("user_context") == true => Say(Text("Go on.")),
        _ => throw new InputRequiredException(new Dictionary<string, InputRequest> { ["user_context"] = SuiteRounds.Ask("context") }),
    };

    public static ReadResourceResult Read(string uri, bool stateless) => uri switch
    {
        "test://static-binary" => new() { Contents = [new BlobResourceContents { Uri = uri, MimeType = "image/png", Blob = SuiteTools.Image }] },
        _ when uri.StartsWith("test://template/", StringComparison.Ordinal) || Resources.Any(r => r.Uri == uri) => new() { Contents = [Contents(uri)] },
        _ => throw new McpProtocolException("There is no such resource.", stateless ? McpErrorCode.InvalidParams : McpErrorCode.ResourceNotFound)
        {
            Data = { ["uri"] = uri },
        },
    };

    private static TextResourceContents Contents(string uri) => new() { Uri = uri, MimeType = "text/plain", Text = $"The text of {uri}." };

    private static TextContentBlock Text(string text) => new() { Text = text };

    private static GetPromptResult Say(params ContentBlock[] content) =>
        new() { Messages = [.. content.Select(c => new PromptMessage { Role = Role.User, Content = c })] };

    private static Prompt Of(string name, params string[] arguments) => new()
    {
        Name = name, Description = name, Arguments = [.. arguments.Select(a => new PromptArgument { Name = a, Description = a, Required = true })],
    };
}
