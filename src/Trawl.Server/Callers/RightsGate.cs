using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Server.Answers;

namespace Trawl.Server.Callers;

/// <summary>Lets a request reach its endpoint only when the caller has the right it needs, and writes refusals down.</summary>
internal sealed class RightsGate(AccessControl access)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var caller = http.FindCaller();
        var needs = http.GetEndpoint()?.Metadata.GetMetadata<NeedsRight>();
        // Without a route there is nothing behind the gate but "no such path" and "not this method".
        if (http.GetEndpoint() is not RouteEndpoint || needs is { Right: Right.None } || (caller is not null && needs is not null && caller.May(needs.Right)))
        {
            await next(http);
            return;
        }

        await RefuseAsync(http, caller, needs);
    }

    private async Task RefuseAsync(HttpContext http, Caller? caller, NeedsRight? needs)
    {
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"trawl\"";
            await Problems.WriteAsync(http, Problems.Make(
                ProblemKind.Unauthenticated, "The call carries no token and no session that is accepted.",
                "Send \"Authorization: Bearer TOKEN\"; \"trawl token add\" makes one."));
            return;
        }

        var names = string.Join(", ", Rights.Names(needs?.Right ?? Right.Administer));
        access.Audit.Append(caller, "call", $"{http.Request.Method} {http.Request.Path}", "refused", $"needs {names}", http.TraceIdentifier);
        await Problems.WriteAsync(http, Problems.Make(
            ProblemKind.Forbidden, $"This call needs the right to {names}, and \"{caller.User}\" has only: {string.Join(", ", Rights.Names(caller.Rights))}.",
            "Use a token or user with that right; an administrator gives it."));
    }
}
