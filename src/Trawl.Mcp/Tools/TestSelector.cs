using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Pages;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class TestSelector()
    : StructuredTool<TestSelectorArguments, SelectorFinds>(McpJson.Default.TestSelectorArguments, McpJson.Default.SelectorFinds)
{
    public override string Name => "test_selector";

    public override string Title => "Try a selector";

    public override string Purpose =>
        "What a CSS, XPath or JSONPath selector finds on a recorded page and on all recorded pages of its rule; likely alternatives "
        + "when it finds nothing. Nothing is fetched.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<SelectorFinds>>> AnswerAsync(ToolCall call, TestSelectorArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        var selected = await call.Client.SelectAsync(
            new SelectRequest { RunId = id, Url = given.Url, Selector = given.Selector, Limit = given.Limit ?? 5 }, call.Cancel);
        return selected.TryGet(out var found, out var error) ? new ToolAnswer<SelectorFinds>(SelectorFinds.Of(found), Summary(found)) : error;
    }

    private static string Summary(SelectResponse found)
    {
        var page = FormattableString.Invariant($"Found {found.Count} on the page. ");
        var rule = found.Rule is { } all
            ? FormattableString.Invariant($"It finds something on {all.PagesWithMatch} of {all.Pages} pages of rule \"{all.Rule}\". ")
            : "";
        return page + rule + (found.Count > 0 ? "Use it in the pipeline if these are the right elements."
            : found.Alternatives.Count > 0 ? $"Try \"{found.Alternatives[0].Selector}\"."
            : "Look at the source with read_page.");
    }
}
