using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Server.Answers;
using Trawl.Server.Callers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Users and their tokens.</summary>
internal static class AccessEndpoints
{
    private const int Page = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (HttpContext http) => (JsonAnswer<CallerView>)AccessViews.Of(http.Caller())).Needs(Right.Read, "me.show");
        api.MapGet("/users", Users).Needs(Right.Administer, "user.list");
        api.MapPost("/users", AddUser).Needs(Right.Administer, "user.add");
        api.MapPatch("/users/{user}", ChangeUser).Needs(Right.Administer, "user.change");
        api.MapDelete("/users/{user}", RemoveUser).Needs(Right.Administer, "user.remove");
        api.MapGet("/tokens", Tokens).Needs(Right.Read, "token.list");
        api.MapPost("/tokens", AddToken).Needs(Right.Read, "token.add").AddEndpointFilter(EndpointRights.Audited("token.add"));
        api.MapDelete("/tokens/{token}", RevokeToken).Needs(Right.Read, "token.revoke").AddEndpointFilter(EndpointRights.Audited("token.revoke"));
    }

    private static JsonAnswer<UserList> Users(string? after, AccessControl access)
    {
        var users = access.Users.List().Where(u => string.CompareOrdinal(u.Name, after ?? "") > 0).Take(Page + 1).ToArray();
        return new UserList([.. users.Take(Page).Select(AccessViews.Of)], users.Length > Page ? users[Page - 1].Name : null);
    }

    private static JsonAnswer<UserView> AddUser(NewUserBody body, AccessControl access)
    {
        if (!TryRole(body.Role, out var role))
        {
            return UnknownRole(body.Role);
        }

        return access.Users.Add(body.Name, role, body.Password) is { } problem
            ? problem
            : ((JsonAnswer<UserView>)AccessViews.Of(access.Users.Find(body.Name)!)).Created($"/api/v1/users/{body.Name}");
    }

    private static JsonAnswer<UserView> ChangeUser(string user, ChangeUserBody body, AccessControl access)
    {
        var role = default(Role);
        if (body.Role is not null && !TryRole(body.Role, out role))
        {
            return UnknownRole(body.Role);
        }

        var problem = body.Role is null ? null : access.Users.SetRole(user, role);
        problem ??= body.IsDisabled is { } disabled ? access.Users.SetDisabled(user, disabled) : null;
        problem ??= body.Password is { } password ? access.Users.SetPassword(user, password) : null;
        return problem is not null ? problem
            : access.Users.Find(user) is { } changed ? AccessViews.Of(changed)
            : new AccessProblem(AccessProblemKind.NotFound, $"There is no user \"{user}\".", "GET /api/v1/users lists those there are.");
    }

    private static JsonAnswer<UserView> RemoveUser(string user, AccessControl access)
    {
        var before = access.Users.Find(user);
        return access.Users.Remove(user) is { } problem ? problem : AccessViews.Of(before!);
    }

    /// <summary>The caller's own tokens; an administrator sees all.</summary>
    private static JsonAnswer<TokenList> Tokens(string? after, HttpContext http, AccessControl access)
    {
        var tokens = access.Tokens.List(Owner(http)).SkipWhile(t => after is not null && t.Id != after).Skip(after is null ? 0 : 1)
            .Take(Page + 1).ToArray();
        return new TokenList([.. tokens.Take(Page).Select(AccessViews.Of)], tokens.Length > Page ? tokens[Page - 1].Id : null);
    }

    /// <summary>A token for the caller; never with more rights than the call itself has, so that none outgrows the one that made it.</summary>
    private static JsonAnswer<NewTokenView> AddToken(NewTokenBody body, HttpContext http, AccessControl access)
    {
        if (!Rights.TryParse(body.Rights, out var rights, out var unknown))
        {
            return new AccessProblem(
                AccessProblemKind.Invalid, $"\"{unknown}\" is no right.", "Rights are read, operate, edit and administer.");
        }

        var caller = http.Caller();
        if ((rights & ~caller.Rights) != 0)
        {
            return Problems.Make(
                ProblemKind.Forbidden, $"\"{caller.User}\" may only give on: {string.Join(", ", Rights.Names(caller.Rights))}.", "Ask for fewer rights.");
        }

        return access.Tokens.Create(caller.User, body.Label, rights, body.ExpiresAt, out var problem) is { } made
            ? ((JsonAnswer<NewTokenView>)new NewTokenView(AccessViews.Of(made.Token), made.Secret)).Created($"/api/v1/tokens/{made.Token.Id}")
            : problem!;
    }

    private static JsonAnswer<TokenView> RevokeToken(string token, HttpContext http, AccessControl access)
    {
        var known = access.Tokens.List(Owner(http)).FirstOrDefault(t => t.Id == token);
        return access.Tokens.Revoke(token, Owner(http)) is { } problem ? problem : AccessViews.Of(known!);
    }

    /// <summary>Whose tokens the caller may touch: null for everybody's.</summary>
    private static string? Owner(HttpContext http) => http.Caller().May(Right.Administer) ? null : http.Caller().User;

    private static bool TryRole(string text, out Role role) =>
        Enum.TryParse(text, ignoreCase: true, out role) && Enum.IsDefined(role) && !char.IsAsciiDigit(text[0]);

    private static AccessProblem UnknownRole(string text) =>
        new(AccessProblemKind.Invalid, $"\"{text}\" is no role.", "Roles are viewer, operator, editor and admin.");
}
