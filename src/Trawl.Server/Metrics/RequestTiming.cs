using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Trawl.Server.Metrics;

/// <summary>Measures each request under its route's template, so that the number of series does not grow with the paths called.</summary>
internal sealed class RequestTiming(ServerInstruments instruments, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            Answered(http, clock.GetElapsedTime(began));
        }
    }

    private void Answered(HttpContext http, TimeSpan took)
    {
        if (http.Response.StatusCode == StatusCodes.Status101SwitchingProtocols)
        {
            // A connection, not an answer: it lasts as long as its client likes.
            return;
        }

        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        instruments.Answered(Known(http.Request.Method), route, http.Response.StatusCode, took);
    }

    private static string Known(string method) => method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" ? method : "other";
}
