using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Records;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Records;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class DescribeRecords()
    : StructuredTool<DescribeRecordsArguments, RecordsOutline>(McpJson.Default.DescribeRecordsArguments, McpJson.Default.RecordsOutline)
{
    private const int LookedAt = 500;

    public override string Name => "describe_records";

    public override string Title => "Describe a run's records";

    public override string Purpose => "Record types with counts, and each field's kind, share of records that have it, and an example.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<RecordsOutline>>> AnswerAsync(ToolCall call, DescribeRecordsArguments given)
    {
        if (!(await RunFinder.ShowAsync(call, given.Run)).TryGet(out var run, out var unknown))
        {
            return unknown;
        }

        var types = new List<TypeOutline>();
        foreach (var type in run.Records.Keys.Union(run.Quarantined.Keys).Where(t => given.Type is null || t == given.Type).Order(StringComparer.Ordinal))
        {
            var listed = await call.Client.ListRecordsAsync(
                new ListRecordsRequest { RunId = run.Run.RunId, Type = type, Limit = LookedAt }, call.Cancel);
            if (!listed.TryGet(out var page, out var error))
            {
                return error;
            }

            types.Add(Outline(run, type, page));
        }

        return new ToolAnswer<RecordsOutline>(new RecordsOutline(types), Summary(types));
    }

    private static TypeOutline Outline(RunDetails run, string type, RecordPage page) => new(
        type, run.Records.GetValueOrDefault(type), run.Quarantined.GetValueOrDefault(type), page.Records.Count,
        FieldOutlines.Of([.. page.Records.Select(r => r.Data)]));

    private static string Summary(List<TypeOutline> types) => types.Count == 0
        ? "The run has no such records. inspect_failure says what went wrong, if anything did."
        : string.Join(' ', types.Select(t => FormattableString.Invariant($"{t.Type}: {t.Records:N0} records, {t.Quarantined:N0} set aside.")))
            + " query_records reads them.";
}
