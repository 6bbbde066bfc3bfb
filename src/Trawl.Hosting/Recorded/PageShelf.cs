using Trawl.Api.Errors;
using Trawl.Api.Pages;
using Trawl.Recording.Reading;
using Trawl.Steps.Probing;
using Trawl.Storage.Reading;
using Trawl.Web.Headers;

namespace Trawl.Hosting.Recorded;

/// <summary>Shows recorded pages.</summary>
internal sealed class PageShelf(RecordedRun run)
{
    public ApiResult<RecordedPage> Show(ShowPageRequest request)
    {
        if (!run.FindRequest(request.Url).TryGet(out var row, out var error))
        {
            return error;
        }

        return run.FindExchange(row, request.Attempt).TryGet(out var exchange, out error)
            ? Show(row, exchange, request.Body)
            : error;
    }

    public ApiResult<PageScreenshot> Screenshot(ReadScreenshotRequest request)
    {
        if (!run.FindRequest(request.Url).TryGet(out var row, out var error)
            || !run.FindExchange(row, request.Attempt).TryGet(out var exchange, out error))
        {
            return error;
        }

        return exchange.Screenshot.IsEmpty
            ? new ApiError(
                ApiErrorKind.NotFound, $"No picture was taken of \"{exchange.Url}\".",
                "Pictures are taken of pages whose rule says \"render: { screenshot: page }\".")
            : new PageScreenshot(exchange.Screenshot.ToArray());
    }

    private RecordedPage Show(RequestRow row, RecordedExchange exchange, PageBody body)
    {
        var decoded = DecodedPage.Of(Exchanges.Page(exchange, run.Plan.Fetch.MaxBody));
        return new RecordedPage
        {
            RunId = run.Info.Id.Value,
            Url = exchange.Url,
            Method = exchange.Method,
            Attempt = exchange.Attempt + 1,
            Attempts = [.. Enumerable.Range(0, row.Attempts).Where(a => a == exchange.Attempt || IsRecorded(row, a)).Select(a => a + 1)],
            Status = exchange.Status,
            Error = exchange.Error is { } failure ? $"{failure.Code}: {failure.Message}" : decoded.Problem,
            RequestHead = Exchanges.Head(exchange.RequestHead),
            ResponseHead = Exchanges.Head(exchange.ResponseHead),
            ContentType = ContentType.TryParse(exchange.Header("Content-Type"), out var type) ? type.Essence : null,
            Encoding = decoded.Encoding,
            BodyBytes = exchange.Body.Length,
            ScreenshotBytes = exchange.Screenshot.Length,
            Rules = RuleNames.Of(row),
            At = Exchanges.At(exchange, run.Capture),
            Text = body == PageBody.Text ? decoded.Text : null,
            Raw = body == PageBody.Raw ? exchange.Body.ToArray() : null,
        };
    }

    private bool IsRecorded(RequestRow row, int attempt) => run.Capture.Has(row.Id, attempt);
}
