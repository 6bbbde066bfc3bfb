using Trawl.Engine.Admission;
using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Plans;
using Trawl.Model.Requests;
using Trawl.Web.Urls;

namespace Trawl.Engine.Attempts;

/// <summary>Makes one attempt of one request: fetch, judge the answer, let the rules process the page, settle.</summary>
internal sealed partial class AttemptRunner(
    PipelinePlan plan,
    IFetcher fetcher,
    IPageHandler pages,
    LinkAdmission admission,
    SitemapReading sitemaps,
    RetryPolicy retry,
    TimeProvider clock)
{
    private const long SitemapSpool = 1 << 20;
    private const long SitemapMax = 1L << 30;

    /// <summary>Never throws: a fault of a step is the page's outcome, a cancelled attempt goes back unharmed.</summary>
    public async Task<AttemptResult> RunAsync(LeasedRequest request, CancellationToken cancellationToken)
    {
        CapturedExchange? captured = null;
        try
        {
            using var response = await fetcher.FetchAsync(ToFetch(request), cancellationToken);
            captured = response.Captured;
            CrashPoints.Reach(CrashPoint.ResponseRead);
            var result = await JudgeAsync(request, response, cancellationToken);
            return response.Notes.Count == 0 ? result : result with { Warnings = [.. response.Notes, .. result.Warnings ?? []] };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new AttemptResult(Released(request, clock.GetUtcNow()));
        }
        catch (Exception fault) when (fault is not RunStoreException)
        {
            return new AttemptResult(Settle(request, SettledAs.Failed) with
            {
                Code = ErrorCode.StepFailed,
                Reason = $"{fault.GetType().Name}: {fault.Message}",
                Fetched = true,
                Captured = captured,
            });
        }
    }

    /// <summary>The settlement of a request that goes back as if never leased.</summary>
    public static Settlement Released(LeasedRequest request, DateTimeOffset now) =>
        new() { Request = request, As = SettledAs.Released, At = now };

    private FetchRequest ToFetch(LeasedRequest request) => new()
    {
        Url = request.Url,
        RequestId = request.Id,
        Attempt = request.Attempts,
        Method = request.Method,
        Headers = request.Headers,
        Body = request.Body,
        Timeout = plan.Fetch.Timeout,
        MaxBody = request.Kind == RequestKind.Sitemap ? SitemapMax : plan.Fetch.MaxBody,
        SpoolAbove = request.Kind == RequestKind.Sitemap ? SitemapSpool : long.MaxValue,
    };

    private ValueTask<AttemptResult> JudgeAsync(
        LeasedRequest request, FetchResult response, CancellationToken cancellationToken)
    {
        if (response.Error is { } error)
        {
            return new(error.Kind == FetchErrorKind.Login
                ? new AttemptResult(Released(request, clock.GetUtcNow()), Suspend: $"{error.Code}: {error.Message}")
                : error.IsTransient
                ? TryAgain(request, response, error.Code, error.Message, null)
                : GiveUp(request, response, error.Code, error.Message));
        }

        return response.Status switch
        {
            >= 200 and < 300 => ProcessAsync(request, response, cancellationToken),
            301 or 302 or 303 or 307 or 308 => new(Redirect(request, response)),
            304 => new(Answered(Describe(request, response, SettledAs.Done))),
            408 or 425 or 429 or >= 500 => new(TryAgain(
                request, response, ErrorCode.FetchServerStatus, $"The server answered {response.Status}.", RetryAfterOf(response))),
            _ => new(GiveUp(request, response, ErrorCode.FetchClientStatus, $"The server answered {response.Status}.")),
        };
    }

    private ValueTask<AttemptResult> ProcessAsync(
        LeasedRequest request, FetchResult response, CancellationToken cancellationToken) =>
        request.Kind == RequestKind.Sitemap
            ? ReadSitemapAsync(request, response, cancellationToken)
            : HandlePageAsync(request, response, cancellationToken);

    private async ValueTask<AttemptResult> HandlePageAsync(
        LeasedRequest request, FetchResult response, CancellationToken cancellationToken)
    {
        var page = new FetchedPage(WebUrl.Parse(request.Url), response, plan.Fetch.MaxBody);
        var outcome = await pages.HandleAsync(page, cancellationToken);
        if (outcome.Suspend is { } why)
        {
            return new AttemptResult(Released(request, clock.GetUtcNow()), Suspend: why);
        }

        var links = admission.Admit(outcome.Links, request);
        return Answered(Describe(request, response, outcome.Error is null ? SettledAs.Done : SettledAs.Failed) with
        {
            Code = outcome.Error?.Code,
            Reason = outcome.Error?.Message,
            Plugins = outcome.Plugins,
            Rules = outcome.Rules.Count == 0 ? null : string.Join(',', outcome.Rules),
            Records = outcome.Records,
            Children = links.Requests,
            KnownLinks = links.Known,
            OutsideLinks = links.Outside,
            Traps = links.Traps,
            Trap = links.Trap,
            Fatal = outcome.Fatal is not null,
        }) with { Fatal = outcome.Fatal, Warnings = outcome.Warnings };
    }

    private async ValueTask<AttemptResult> ReadSitemapAsync(
        LeasedRequest request, FetchResult response, CancellationToken cancellationToken)
    {
        var broken = await sitemaps.ReadAsync(request, response, cancellationToken);
        var done = Describe(request, response, SettledAs.Done);
        return Answered(broken is null ? done : done with { Code = ErrorCode.SitemapBroken, Reason = broken });
    }

    private AttemptResult Redirect(LeasedRequest request, FetchResult response)
    {
        var target = admission.Redirect(request, response.Header("Location"));
        if (target.Problem is { } problem)
        {
            return GiveUp(request, response, ErrorCode.FetchRedirect, problem);
        }

        return Answered(Describe(request, response, SettledAs.Done) with
        {
            RedirectedTo = target.Url,
            Children = target.Request is { } child ? [child] : [],
            OutsideLinks = target.Request is null ? 1 : 0,
        });
    }
}
