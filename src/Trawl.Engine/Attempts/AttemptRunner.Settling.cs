using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Headers;

namespace Trawl.Engine.Attempts;

internal sealed partial class AttemptRunner
{
    private Settlement Settle(LeasedRequest request, SettledAs settledAs) =>
        new() { Request = request, As = settledAs, At = clock.GetUtcNow() };

    private Settlement Describe(LeasedRequest request, FetchResult response, SettledAs settledAs) =>
        Settle(request, settledAs) with
        {
            Status = (response.Plain ?? response).Status,
            Kept = response.Kept is null ? null : response.Body.Length,
            ContentType = response.Header("Content-Type"),
            Address = response.Address,
            Bytes = response.BodyLength,
            Duration = response.Duration,
            Fetched = true,
            Captured = response.Captured,
        };

    private static AttemptResult Answered(Settlement settlement) => new(settlement, HostSignal.Answered);

    private AttemptResult GiveUp(LeasedRequest request, FetchResult response, string code, string reason) =>
        Answered(Describe(request, response, SettledAs.Failed) with { Code = code, Reason = reason });

    private AttemptResult TryAgain(
        LeasedRequest request, FetchResult response, string code, string reason, TimeSpan? retryAfter)
    {
        var pause = retry.Pause(request.Id, request.Attempts + 1, retryAfter);
        var settlement = Describe(request, response, pause is null ? SettledAs.Failed : SettledAs.Retry) with
        {
            Code = code,
            Reason = reason,
            NotBefore = response.ReceivedAt + pause,
        };
        var refused = response.Error is not null || response.Status is 429 or 503;
        var hostPause = response.Status is 429 or 503 ? retryAfter : null;
        return new AttemptResult(settlement, refused ? HostSignal.Refused : HostSignal.Answered, hostPause);
    }

    private static TimeSpan? RetryAfterOf(FetchResult response) =>
        RetryAfter.TryParse(response.Header("Retry-After"), response.ReceivedAt, out var wait)
            ? wait > RetryPolicy.RetryAfterMax ? RetryPolicy.RetryAfterMax : wait
            : null;
}
