using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Server.Callers;

namespace Trawl.Server.Endpoints;

/// <summary>Says at each endpoint what it needs and what it is called in the audit journal.</summary>
internal static class EndpointRights
{
    /// <summary>The right it needs, and its name; one that changes something is written down with what it came to.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Right right, string action)
    {
        endpoint.WithMetadata(new NeedsRight(right)).WithName(action).WithTags(Group(action));
        return right is Right.Read or Right.None ? endpoint : endpoint.AddEndpointFilter(new AuditFilter(action));
    }

    /// <summary>Writes a call down though it needs no more than the right to read: it changes what is the caller's own.</summary>
    public static IEndpointFilter Audited(string action) => new AuditFilter(action);

    /// <summary>Open to everybody.</summary>
    public static RouteHandlerBuilder OpenToAll(this RouteHandlerBuilder endpoint, string name) =>
        endpoint.WithMetadata(new NeedsRight(Right.None)).WithName(name).WithTags(Group(name));

    private static string Group(string name) => name.Split('.')[0];

    private sealed class AuditFilter(string action) : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var http = context.HttpContext;
            var access = (AccessControl)http.RequestServices.GetService(typeof(AccessControl))!;
            var target = string.Join('/', http.Request.RouteValues.Values);
            try
            {
                var answer = await next(context);
                var refused = answer is Answers.IAnswer { Problem: { } problem } ? problem.Detail : null;
                var made = (answer as Answers.IAnswer)?.Location ?? "";
                access.Audit.Append(
                    http.Caller(), action, target, refused is null ? "done" : "failed", refused ?? made, http.TraceIdentifier);
                return answer;
            }
            catch (Exception error)
            {
                access.Audit.Append(http.Caller(), action, target, "failed", error.GetType().Name, http.TraceIdentifier);
                throw;
            }
        }
    }
}
