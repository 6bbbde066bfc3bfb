using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access;
using Trawl.Server.Callers;

namespace Trawl.Server.Endpoints;

/// <summary>What a browser sees at the address that was printed: it is let in, and told where things are.</summary>
internal static class FrontPage
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", Show).OpenToAll("server.front");

    private static IResult Show(string? once, HttpContext http, AccessControl access, LocalSessions local)
    {
        if (once is not null && local.Open(once) is { } secret)
        {
            access.Audit.Append(null, "session.once", "local", "done", "", http.TraceIdentifier);
            SessionEndpoints.SetCookie(http, secret, null);
            // Without the token in the address: it must not stay in the browser's history as something to try.
            return TypedResults.Redirect("/");
        }

        return TypedResults.Content(Page(http.FindCaller(), once is not null), "text/html; charset=utf-8");
    }

    private static string Page(Caller? caller, bool wasUsed)
    {
        var who = caller is not null ? $"You are signed in as <b>{WebUtility.HtmlEncode(caller.User)}</b>."
            : wasUsed ? "This address was used before: start the server again for a new one."
            : "You are not signed in.";
        return $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Trawl</title>
            <h1>Trawl {InfoEndpoints.Info.Version}</h1><p>{who}</p>
            <ul><li><a href="/api/v1/runs">Runs</a><li><a href="/api/v1/openapi.json">The API</a>
            <li><a href="/health/ready">Health</a><li><a href="/metrics">Metrics</a></ul></html>
            """;
    }
}
