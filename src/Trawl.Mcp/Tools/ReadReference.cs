using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Reference;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ReadReference()
    : StructuredTool<ReadReferenceArguments, ReferenceAnswer>(McpJson.Default.ReadReferenceArguments, McpJson.Default.ReferenceAnswer)
{
    public override string Name => "read_reference";

    public override string Title => "Look up the pipeline language";

    public override string Purpose =>
        "The reference of the pipeline language and of all error codes: a section by its name, a code, or words. "
        + "Read \"pipeline\" before writing your first one.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override Task<ApiResult<ToolAnswer<ReferenceAnswer>>> AnswerAsync(ToolCall call, ReadReferenceArguments given) =>
        Task.FromResult(Answer(given.Topic?.Trim() ?? ""));

    private static ApiResult<ToolAnswer<ReferenceAnswer>> Answer(string topic)
    {
        var sections = ReferenceBook.Sections;
        var found = topic.Length == 0 ? [] : ReferenceBook.Find(topic);
        if (topic.Length > 0 && found.Count == 0)
        {
            return new ApiError(
                ApiErrorKind.NotFound, $"Nothing in the reference is about \"{topic}\".", $"Sections: {string.Join(", ", sections.Select(s => s.Title))}.");
        }

        var text = string.Join("\n\n", found.Select(s => s.Text));
        var answer = new ReferenceAnswer(topic, text, [.. (found.Count > 0 ? found : sections).Select(s => s.Title)]);
        return new ToolAnswer<ReferenceAnswer>(answer, found.Count > 0 ? $"Sections about \"{topic}\":" : "Call again with one of these sections as the topic.")
        {
            Text = found.Count > 0 ? text : string.Join(", ", sections.Select(s => s.Title)),
        };
    }
}
