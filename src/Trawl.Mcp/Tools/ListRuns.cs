using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ListRuns() : StructuredTool<ListRunsArguments, RunListing>(McpJson.Default.ListRunsArguments, McpJson.Default.RunListing)
{
    private const int Most = 1_000;

    public override string Name => "list_runs";

    public override string Title => "List runs";

    public override string Purpose => "Runs, newest first, with state, counts and the next step for each.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override async Task<ApiResult<ToolAnswer<RunListing>>> AnswerAsync(ToolCall call, ListRunsArguments given)
    {
        var limit = given.Limit ?? 20;
        var listed = await call.Client.ListRunsAsync(new ListRunsRequest(given.State, given.Pipeline is null ? limit + 1 : Most), call.Cancel);
        if (!listed.TryGet(out var response, out var error))
        {
            return error;
        }

        var wanted = response.Runs.Where(r => given.Pipeline is null || r.Pipeline.Contains(given.Pipeline, StringComparison.OrdinalIgnoreCase))
            .Take(limit + 1).Select(RunView.Of).ToArray();
        var shown = wanted.Take(limit).ToArray();
        return new ToolAnswer<RunListing>(new RunListing(shown, wanted.Length > limit), Summary(shown, wanted.Length > limit));
    }

    private static string Summary(RunView[] runs, bool hasMore) => runs.Length == 0
        ? "There is no such run. Start one with run_pipeline, or capture_page for a single page."
        : FormattableString.Invariant($"{runs.Length} runs{(hasMore ? ", and there are more: raise limit or narrow the search" : "")}. ")
            + $"Newest: {runs[0].Sentence()}";
}
