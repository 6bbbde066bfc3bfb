namespace Trawl.Server.Endpoints.Bodies;

/// <summary>A token without its secret.</summary>
/// <param name="Id">Its public name.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Rights">What it may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">From when it is refused; null for never.</param>
/// <param name="LastUsedAt">When it was last accepted, to the minute; null for never.</param>
public sealed record TokenView(
    string Id,
    string User,
    string Label,
    IReadOnlyList<string> Rights,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt);
