using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Server.Answers;
using Trawl.Server.Callers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Signing in and out, by password or by the one-time address that the server prints.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", SignIn).OpenToAll("session.open");
        api.MapDelete("/session", SignOut).OpenToAll("session.close");
        api.MapPost("/session/once", UseOnce).OpenToAll("session.once");
    }

    private static JsonAnswer<CallerView> SignIn(SignInBody body, HttpContext http, AccessControl access)
    {
        var tried = body.User.Length > 64 ? body.User[..64] : body.User;
        var signed = access.Sessions.SignIn(body.User, body.Password);
        access.Audit.Append(
            null, "session.open", tried, signed.Refusal is null ? "done" : "refused", signed.Refusal ?? "", http.TraceIdentifier);
        if (signed.Secret is null)
        {
            return Problems.Make(
                ProblemKind.Unauthenticated, signed.Refusal!,
                signed.LockedUntil is { } until ? $"No password is accepted before {until:O}." : "Check both, and try again.");
        }

        SetCookie(http, signed.Secret, signed.ExpiresAt);
        return AccessViews.Of(access.Sessions.Accept(signed.Secret)!);
    }

    private static JsonAnswer<ServerInfo> SignOut(HttpContext http, AccessControl access, LocalSessions local)
    {
        if (http.Request.Cookies[CallerReader.Cookie] is { } secret && http.FindCaller() is not null)
        {
            access.Sessions.SignOut(secret);
            local.Close(secret);
        }

        http.Response.Cookies.Delete(CallerReader.Cookie);
        return InfoEndpoints.Info;
    }

    /// <summary>Opens a session with the one-time token of the address that was printed; it is used up by this.</summary>
    private static JsonAnswer<CallerView> UseOnce(OnceBody body, HttpContext http, AccessControl access, LocalSessions local)
    {
        var secret = local.Open(body.Token);
        access.Audit.Append(null, "session.once", "local", secret is null ? "refused" : "done", "", http.TraceIdentifier);
        if (secret is null)
        {
            return Problems.Make(
                ProblemKind.Unauthenticated, "The one-time token is wrong or was used.", "Start the server again for a new one, or sign in.");
        }

        SetCookie(http, secret, null);
        return AccessViews.Of(Caller.Local);
    }

    public static void SetCookie(HttpContext http, string secret, DateTimeOffset? expires) => http.Response.Cookies.Append(
        CallerReader.Cookie, secret,
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", Expires = expires });
}
