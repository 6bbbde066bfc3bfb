using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Requests;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ListRequests() : StructuredTool<ListRequestsArguments, RequestPage>(McpJson.Default.ListRequestsArguments, McpJson.Default.RequestPage)
{
    public override string Name => "list_requests";

    public override string Title => "List a run's URLs";

    public override string Purpose => "URLs of a run and what became of them, by state, code or part of the URL.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<RequestPage>>> AnswerAsync(ToolCall call, ListRequestsArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        var listed = await call.Client.ListRequestsAsync(
            new ListRequestsRequest
            {
                RunId = id,
                State = given.State,
                Code = given.Code,
                UrlContains = given.UrlContains,
                After = given.After ?? 0,
                Limit = given.Limit ?? 20,
            },
            call.Cancel);
        return listed.TryGet(out var page, out var error) ? new ToolAnswer<RequestPage>(page, Summary(page)) : error;
    }

    private static string Summary(RequestPage page) => FormattableString.Invariant($"{page.Requests.Count} requests. ")
        + (page.Next is { } next
            ? FormattableString.Invariant($"There are more: call again with after = {next}.")
            : "Call explain_url for the whole story of one.");
}
