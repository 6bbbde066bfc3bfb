using Trawl.Api.Errors;
using Trawl.Api.Records;
using Trawl.Mcp.Calling;
using Trawl.Mcp.Tools.Answers;
using Trawl.Mcp.Tools.Arguments;

namespace Trawl.Mcp.Records;

/// <summary>
/// Reads records page by page until enough fit, or until so many were looked at that the caller should rather be asked
/// whether to go on.
/// </summary>
internal sealed class RecordSearch(ToolCall call, string runId, QueryRecordsArguments given)
{
    private const int Page = 500;
    private const int MostScanned = 20_000;

    private readonly List<RecordRow> _rows = [];
    private readonly int _limit = given.Limit ?? 20;
    private readonly RecordCondition[] _where = given.Where ?? [];
    private long _scanned;

    public async Task<ApiResult<RecordRows>> RunAsync()
    {
        long? after = given.After ?? 0;
        while (after is { } from && _rows.Count < _limit && _scanned < MostScanned)
        {
            if (!(await ListAsync(from)).TryGet(out var page, out var error))
            {
                return error;
            }

            after = Take(page);
        }

        return new RecordRows(_rows, after, _scanned);
    }

    /// <summary>Takes what fits; gives where to go on, null at the end.</summary>
    private long? Take(RecordPage page)
    {
        foreach (var (record, index) in page.Records.Select((r, i) => (r, i)))
        {
            _scanned++;
            if (Conditions.Hold(record.Data, _where))
            {
                _rows.Add(Row(record));
            }

            if (_rows.Count == _limit)
            {
                return index < page.Records.Count - 1 ? record.Id : page.Next;
            }
        }

        return page.Next;
    }

    private Task<ApiResult<RecordPage>> ListAsync(long after)
    {
        var request = new ListRecordsRequest { RunId = runId, Type = given.Type, After = after, Limit = _where.Length == 0 ? _limit : Page };
        return given.Quarantined == true ? call.Client.ListQuarantineAsync(request, call.Cancel) : call.Client.ListRecordsAsync(request, call.Cancel);
    }

    private RecordRow Row(RecordInfo record) => new(
        record.Id, record.Type, record.Url, given.Fields is { Length: > 0 } fields ? FieldValues.Only(record.Data, fields) : record.Data,
        record.Problems.Count == 0 ? null : [.. record.Problems.Select(p => $"{p.Field} {p.Rule}: {p.Message}")]);
}
