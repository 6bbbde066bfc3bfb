using System.Text;
using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Api.Lineage;
using Trawl.Api.Pages;
using Trawl.Hosting.Reading;
using Trawl.Recording.Reading;
using Trawl.Steps;
using Trawl.Steps.Tracing;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>Says how a record came about, by reading its recorded page again with the run's own plan.</summary>
internal sealed class RecordTracing(RecordedRun run)
{
    public ApiResult<RecordExplanation> Explain(ExplainRecordRequest request, CancellationToken cancellationToken)
    {
        if (!new RecordFinder(run).Find(request).TryGet(out var record, out var error))
        {
            return error;
        }

        var page = run.Reader.Request(record.RequestId)!;
        if (!run.FindExchange(page, null).TryGet(out var exchange, out error))
        {
            return error;
        }

        var trace = new PageHandler(run.Plan).Trace(
            Exchanges.Page(exchange, run.Plan.Fetch.MaxBody), record.Ordinal, cancellationToken);
        if (trace.Record is not { } traced)
        {
            return new ApiError(
                ApiErrorKind.Conflict,
                $"Read again, the page \"{page.Url}\" does not give this record any more.",
                "It was made by another version of Trawl, or the recorded attempt is not the one that settled the page.");
        }

        var fields = Fields(traced.Fields, request.Field);
        return fields.Count > 0 ? Explain(record, page, exchange, traced, fields) : NoField(request.Field!, traced);
    }

    private RecordExplanation Explain(
        RecordRow record, RequestRow page, RecordedExchange exchange, RecordTrace traced, IReadOnlyList<FieldTrace> fields)
    {
        var path = run.Reader.PathTo(page.Id);
        var hops = path.Skip(1).TakeWhile(step => step.RedirectedTo is not null).Select(step => step.Url).Reverse().ToList();
        return new RecordExplanation
        {
            Record = RunViews.Record(record),
            Status = record.Status,
            IsMerged = record.IsMerged,
            Key = record.Key,
            Request = RunViews.Request(page),
            RedirectedFrom = hops,
            Path = [.. path.Select((step, i) => new FoundOn(i + 1 < path.Count ? path[i + 1].Url : null, step.Via, step.Depth)).Take(20)],
            At = Exchanges.At(exchange, run.Capture),
            Rule = traced.Rule,
            Each = traced.Each is { } each ? new SelectorText(each.Language, each.Text) : null,
            Scope = traced.Scope is { } scope ? Places.Of(scope, null) : null,
            Fields = [.. fields.Select(Lineages.Of)],
            IsSame = traced.Record.Payload.Span.SequenceEqual(record.Payload),
        };
    }

    private static IReadOnlyList<FieldTrace> Fields(IReadOnlyList<FieldTrace> fields, string? wanted) => wanted is null
        ? fields
        : [.. fields.SelectMany(WithBelow).Where(f => f.Path == wanted || Plain(f.Path) == wanted)];

    private static IEnumerable<FieldTrace> WithBelow(FieldTrace field) => field.Fields.SelectMany(WithBelow).Prepend(field);

    /// <summary><c>offers[1].price</c> as <c>offers.price</c>.</summary>
    private static string Plain(string path)
    {
        var plain = new StringBuilder();
        var depth = 0;
        foreach (var c in path)
        {
            depth += c == '[' ? 1 : 0;
            if (depth == 0)
            {
                plain.Append(c);
            }

            depth -= c == ']' ? 1 : 0;
        }

        return plain.ToString();
    }

    private static ApiError NoField(string field, RecordTrace traced) => new(
        ApiErrorKind.NotFound,
        $"The record has no field \"{field}\".",
        $"It has {string.Join(", ", traced.Fields.SelectMany(WithBelow).Select(f => Plain(f.Path)).Distinct())}.");
}
