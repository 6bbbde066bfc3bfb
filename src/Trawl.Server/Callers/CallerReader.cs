using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trawl.Access;

namespace Trawl.Server.Callers;

/// <summary>Finds out who calls: a bearer token, or the cookie of a session.</summary>
internal sealed class CallerReader(AccessControl access, LocalSessions local)
{
    public const string Cookie = "trawl_session";

    private const string Bearer = "Bearer ";

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        http.SetCaller(Read(http.Request));
        return next(http);
    }

    /// <summary>The caller; null when nobody has proven anything.</summary>
    public Caller? Read(HttpRequest request)
    {
        var authorization = request.Headers[HeaderNames.Authorization].ToString();
        if (authorization.Length > 0)
        {
            return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? access.Tokens.Accept(authorization[Bearer.Length..].Trim())
                : null;
        }

        return request.Cookies[Cookie] is { Length: > 0 } cookie && IsOurOwnPage(request)
            ? local.Accept(cookie) ?? access.Sessions.Accept(cookie)
            : null;
    }

    /// <summary>
    /// A cookie comes along with whatever page sends a request, so a request that may change something must come from a
    /// page of ours. Browsers say so by Sec-Fetch-Site or Origin; a program without either holds the cookie itself.
    /// </summary>
    private static bool IsOurOwnPage(HttpRequest request)
    {
        // A WebSocket begins with a GET, and what comes through it may change anything.
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Upgrade.Count == 0)
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length == 0 || site is "same-origin" or "none")
            && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
