using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trawl.Server.Callers;

namespace Trawl.Server.Logs;

/// <summary>
/// Gives each request the one id under which log, problem and audit journal know it, and logs how it went. Its path alone is
/// logged: a query may hold what is nobody's business, such as the one-time token of the printed address.
/// </summary>
internal sealed partial class RequestLog(ILogger<RequestLog> log, TimeProvider clock)
{
    public const string Header = "X-Correlation-Id";

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        http.TraceIdentifier = Correlation(http.Request);
        http.Response.Headers[Header] = http.TraceIdentifier;
        var began = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Answered(
                http.Request.Method, http.Request.Path, http.Response.StatusCode, clock.GetElapsedTime(began).TotalMilliseconds,
                http.FindCaller()?.User ?? "nobody", http.TraceIdentifier);
        }
    }

    /// <summary>The trace that the caller is in (W3C Trace Context), else one of its own.</summary>
    private static string Correlation(HttpRequest request) =>
        ActivityContext.TryParse(request.Headers.TraceParent, null, out var trace)
            ? trace.TraceId.ToHexString()
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} in {Milliseconds:0.0} ms for {User} ({Correlation}).")]
    private partial void Answered(string method, string path, int status, double milliseconds, string user, string correlation);
}
