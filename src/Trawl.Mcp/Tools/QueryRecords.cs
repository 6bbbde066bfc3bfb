using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Records;
using Trawl.Mcp.Resources;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class QueryRecords() : StructuredTool<QueryRecordsArguments, RecordRows>(McpJson.Default.QueryRecordsArguments, McpJson.Default.RecordRows)
{
    public override string Name => "query_records";

    public override string Title => "Read a run's records";

    public override string Purpose => "Records of a run, page by page, with conditions and chosen fields. describe_records names the fields.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<RecordRows>>> AnswerAsync(ToolCall call, QueryRecordsArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        return (await new RecordSearch(call, id, given).RunAsync()).TryGet(out var rows, out var error)
            ? new ToolAnswer<RecordRows>(rows, Summary(rows)) { Links = [TrawlUris.Link(TrawlUris.Records(id), "records")] }
            : error;
    }

    private static string Summary(RecordRows rows) => rows.Next is { } next
        ? FormattableString.Invariant($"{rows.Records.Count} records of {rows.Scanned} looked at. There are more: call again with after = {next}.")
        : FormattableString.Invariant($"{rows.Records.Count} records; these are the last. explain_record says where one came from.");
}
