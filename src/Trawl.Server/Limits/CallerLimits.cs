using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Trawl.Server.Answers;
using Trawl.Server.Callers;

namespace Trawl.Server.Limits;

/// <summary>A budget of requests for every caller, so that one who is wild does not keep the others out.</summary>
internal sealed class CallerLimits : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public CallerLimits(int perSecond) => _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetTokenBucketLimiter(Name(http), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 10 * perSecond,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        }));

    /// <summary>Takes one request from the caller's budget, if there is one left.</summary>
    public RateLimitLease Take(HttpContext http) => _limiter.AttemptAcquire(http);

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var lease = Take(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(http, Problems.Make(
            ProblemKind.TooMany, "This caller has made too many requests.", "Wait as long as Retry-After says, and ask less often."));
    }

    public void Dispose() => _limiter.Dispose();

    private static string Name(HttpContext http) =>
        http.FindCaller() is { } caller ? $"{caller.User} {caller.Means}" : $"nobody {http.Connection.RemoteIpAddress}";
}
