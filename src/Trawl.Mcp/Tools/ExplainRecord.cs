using Trawl.Access.Users;
using Trawl.Api.Errors;
using Trawl.Api.Lineage;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Runs;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Tools;

internal sealed class ExplainRecord() : StructuredTool<ExplainRecordArguments, RecordStory>(McpJson.Default.ExplainRecordArguments, McpJson.Default.RecordStory)
{
    public override string Name => "explain_record";

    public override string Title => "Explain a record";

    public override string Purpose => "From which recorded page and by which selectors each field of a record came, and which rules it breaks.";

    public override ToolHints Hints => ToolHints.ReadOnly;

    public override Right Needs => Right.Read;

    protected override bool CarriesPageText => true;

    protected override async Task<ApiResult<ToolAnswer<RecordStory>>> AnswerAsync(ToolCall call, ExplainRecordArguments given)
    {
        if (!(await RunFinder.FindAsync(call, given.Run)).TryGet(out var id, out var unknown))
        {
            return unknown;
        }

        var explained = await call.Client.ExplainRecordAsync(
            new ExplainRecordRequest { RunId = id, Key = given.Record, Type = given.Type, Field = given.Field }, call.Cancel);
        return explained.TryGet(out var record, out var error) ? new ToolAnswer<RecordStory>(Of(record), Summary(record)) : error;
    }

    private static RecordStory Of(RecordExplanation record) => new()
    {
        Id = record.Record.Id,
        Type = record.Record.Type,
        Url = record.Request.Url,
        Rule = record.Rule,
        IsSame = record.IsSame,
        Fields = [.. record.Fields.SelectMany(FieldStory.Of)],
    };

    private static string Summary(RecordExplanation record) =>
        FormattableString.Invariant($"Record #{record.Record.Id} of type {record.Record.Type} comes from {record.Request.Url} by rule \"{record.Rule}\". ")
        + (record.IsSame ? "Reading the recorded page again gives the same." : "Reading the recorded page again gives something else.");
}
