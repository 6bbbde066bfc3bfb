using Trawl.Access.Users;

namespace Trawl.Access.Tokens;

/// <summary>A key of a user for programs, as stored: without its secret.</summary>
/// <param name="Id">Its public name, 12 characters.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Rights">What it may do, never more than its user may.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when it is refused; null for never.</param>
/// <param name="LastUsedAt">When it was last accepted, to the minute; null for never.</param>
public sealed record ApiToken(
    string Id,
    string User,
    string Label,
    Right Rights,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt);
