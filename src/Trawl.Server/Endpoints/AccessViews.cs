using Trawl.Access;
using Trawl.Access.Tokens;
using Trawl.Access.Users;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>Users and tokens as callers see them.</summary>
internal static class AccessViews
{
    public static CallerView Of(Caller caller) => new(caller.User, Rights.Names(caller.Rights), caller.Means);

    public static UserView Of(User user) =>
        new(user.Name, user.Role.ToString().ToLowerInvariant(), user.IsDisabled, user.CreatedAt, user.LockedUntil);

    public static TokenView Of(ApiToken token) => new(
        token.Id, token.User, token.Label, Rights.Names(token.Rights), token.CreatedAt, token.ExpiresAt, token.LastUsedAt);
}
