using Trawl.Engine.Admission;
using Trawl.Engine.Attempts;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Web.Codings;
using Trawl.Web.Robots;
using Trawl.Web.Urls;

namespace Trawl.Engine.Hosts;

/// <summary>
/// Finds the robots.txt rules of a host (RFC 9309): the stored file while it is younger than a day, else a new one.
/// "Unavailable" (4xx) allows everything, "unreachable" (5xx, 429, network) nothing, after tries.
/// </summary>
internal sealed class RobotsReader(
    PipelinePlan plan, IRunStore store, IFetcher fetcher, TimeProvider clock, RetryPolicy retry, UrlForm form)
{
    private const int MaxBody = RobotsRules.MaxBytes;
    private const int MaxRedirects = 5;
    private static readonly TimeSpan s_maxAge = TimeSpan.FromHours(24);
    private readonly string _token = RobotsToken.Of(plan.Fetch.UserAgent);

    /// <summary>Never throws but for cancellation.</summary>
    public async Task<RobotsOutcome> ReadAsync(
        long hostId, string origin, int failures, CancellationToken cancellationToken)
    {
        try
        {
            var stored = await store.ReadRobotsAsync(hostId, cancellationToken);
            if (stored is { Unreachable: false } && clock.GetUtcNow() - stored.FetchedAt < s_maxAge)
            {
                return InForce(stored, null, "stored");
            }

            var captured = new List<CapturedExchange>();
            var fetched = await FetchAsync(hostId, origin, failures, captured, cancellationToken);
            var outcome = fetched.Unreachable
                ? Unreachable(hostId, stored, fetched, failures)
                : InForce(fetched, fetched, Explain(fetched));
            return outcome with { Captured = captured, Status = fetched.Status };
        }
        catch (OperationCanceledException)
        {
            return new RobotsOutcome(null, null, TimeSpan.Zero, default, "broken off");
        }
    }

    /// <summary>The rule that disallows a URL, as text for people; null when it is allowed.</summary>
    public static string? Refusal(RobotsGroup? rules, string url)
    {
        if (rules is null)
        {
            return null;
        }

        var verdict = rules.Check(WebUrl.Parse(url).PathAndQuerySpan);
        return verdict.Allowed ? null : $"robots.txt line {verdict.Line}: {verdict.Rule}";
    }

    public static TimeSpan? CrawlDelay(RobotsGroup? rules) => rules?.CrawlDelay;

    private RobotsOutcome Unreachable(long hostId, RobotsRecord? stored, RobotsRecord fetched, int failures)
    {
        if (failures < plan.Fetch.Retries)
        {
            var pause = RetryPolicy.Backoff(plan.Fetch.RetryDelay, plan.Fetch.RetryDelayMax, failures + 1, retry.Chance(-hostId, failures));
            // A copy that may yet be needed is not written over.
            return new RobotsOutcome(null, stored is { Unreachable: false } ? null : fetched, pause, fetched.FetchedAt, "unreachable: trying again");
        }

        // RFC 9309 2.3.1.4: a cached copy may be used while the server cannot be reached.
        return stored is { Unreachable: false }
            ? InForce(stored with { FetchedAt = fetched.FetchedAt }, null, "unreachable: the stored copy stays in force")
            : new RobotsOutcome(null, fetched, null, fetched.FetchedAt, "unreachable: everything is disallowed");
    }

    private RobotsOutcome InForce(RobotsRecord record, RobotsRecord? fetched, string explanation) =>
        new(RobotsRules.Parse(record.Body).ForAgent(_token), fetched, null, record.FetchedAt, explanation);

    private static string Explain(RobotsRecord record) => record.Status switch
    {
        0 => "not asked: the host may not be reached",
        >= 200 and < 300 => "rules apply",
        _ => "unavailable: everything is allowed",
    };

    private async Task<RobotsRecord> FetchAsync(
        long hostId, string origin, int failures, List<CapturedExchange> captured, CancellationToken cancellationToken)
    {
        var request = new FetchRequest
        {
            Url = origin + "/robots.txt",
            RobotsOf = hostId,
            Attempt = failures,
            MaxBody = 4 * MaxBody,
            Timeout = plan.Fetch.Timeout,
        };
        for (var hop = 0; ; hop++)
        {
            using var response = await fetcher.FetchAsync(request, cancellationToken);
            if (response.Captured is { } exchange)
            {
                captured.Add(exchange);
            }

            if (response.Status is >= 300 and < 400 && hop < MaxRedirects && Target(request.Url, response) is { } target)
            {
                request = request with { Url = target };
                continue;
            }

            // A host that may not be reached has no rules to break; its pages fail by themselves, with the reason.
            return hop == 0 && response.Error is { Kind: FetchErrorKind.Egress }
                ? new RobotsRecord(clock.GetUtcNow(), 0, [], Unreachable: false)
                : Classify(response);
        }
    }

    private string? Target(string url, FetchResult response) =>
        WebUrl.TryParse(response.Header("Location"), WebUrl.Parse(url), out var target) && target.IsHttp ? form.Shown(target.Href) : null;

    private RobotsRecord Classify(FetchResult response)
    {
        // A file over the limit is cut, not refused (RFC 9309 2.5), so an oversized one still has a status.
        var failed = response.Error is { Kind: not FetchErrorKind.TooLarge };
        var unreachable = failed || response.Status is 429 or >= 500;
        var body = response.Status is >= 200 and < 300 && !failed ? Decode(response) : [];
        return new RobotsRecord(clock.GetUtcNow(), failed ? 0 : response.Status, body, unreachable);
    }

    private static byte[] Decode(FetchResult response)
    {
        using var decoded = ContentDecoder.Decode(
            response.Header("Content-Encoding"), response.Body, new DecodeLimits(MaxBody));
        var bytes = decoded.Bytes.Span;
        return bytes[..Math.Min(bytes.Length, MaxBody)].ToArray();
    }
}
