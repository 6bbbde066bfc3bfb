using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ExplainUrl() : StructuredTool<UrlArguments, UrlStory>(McpJson.Default.UrlArguments, McpJson.Default.UrlStory)
{
    public override string Name => "explain_url";

    public override string Title => "Explain a URL";

    public override string Purpose =>
        "Why a run fetched, skipped or retried a URL, or what would become of it: scope, robots.txt, rules, attempts, how it was found.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<UrlStory>>> AnswerAsync(ToolCall call, UrlArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        return (await call.Client.ExplainAsync(new ExplainRequest(id, given.Url), call.Cancel)).TryGet(out var url, out var error)
            ? new ToolAnswer<UrlStory>(UrlStory.Of(url), url.Request is null ? url.Verdict : $"{url.Verdict} read_page shows what was recorded.")
            : error;
    }
}
