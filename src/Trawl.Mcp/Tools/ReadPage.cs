using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Pages;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Resources;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ReadPage() : StructuredTool<ReadPageArguments, PageSlice>(McpJson.Default.ReadPageArguments, McpJson.Default.PageSlice)
{
    private const int Before = 500;

    public override string Name => "read_page";

    public override string Title => "Read a recorded page";

    public override string Purpose => "A piece of a page's source as the run recorded it, from a place or from a text in it. Nothing is fetched.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<PageSlice>>> AnswerAsync(ToolCall call, ReadPageArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        var shown = await call.Client.ShowPageAsync(new ShowPageRequest { RunId = id, Url = given.Url, Body = PageBody.Text }, call.Cancel);
        if (!shown.TryGet(out var page, out var error))
        {
            return error;
        }

        var text = page.Text ?? "";
        var found = given.Find is { Length: > 0 } words ? text.IndexOf(words, StringComparison.OrdinalIgnoreCase) : 0;
        if (found < 0)
        {
            return new ApiError(
                ApiErrorKind.NotFound, $"The recorded page does not contain \"{given.Find}\".",
                "A script may add it in browsers; call read_page without find.");
        }

        var slice = Slice(page, text, given.Find is null ? given.Offset ?? 0 : Math.Max(0, found - Before), given.Limit ?? 6_000);
        return new ToolAnswer<PageSlice>(slice, Summary(slice))
        {
            Text = slice.Text,
            Links = [TrawlUris.Link(TrawlUris.Page(id, page.Url), "the whole page", page.ContentType ?? "text/html")],
        };
    }

    private static PageSlice Slice(RecordedPage page, string text, int offset, int limit)
    {
        var from = Math.Clamp(offset, 0, text.Length);
        var to = Math.Min(text.Length, from + limit);
        return new PageSlice
        {
            Url = page.Url,
            Status = page.Status,
            Error = page.Error,
            ContentType = page.ContentType,
            Rules = page.Rules,
            Length = text.Length,
            Offset = from,
            Next = to < text.Length ? to : null,
            Text = text[from..to],
        };
    }

    private static string Summary(PageSlice slice) => slice.Error is not null
        ? $"The page could not be fetched: {slice.Error}"
        : FormattableString.Invariant($"Status {slice.Status}, characters {slice.Offset} to {slice.Offset + slice.Text.Length} of {slice.Length}. ")
            + (slice.Next is { } next ? FormattableString.Invariant($"The rest: offset = {next}. ") : "")
            + "Try selectors on it with test_selector.";
}
