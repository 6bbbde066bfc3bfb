namespace Trawl.Server.Endpoints.Bodies;

/// <summary>A user.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role"><c>viewer</c>, <c>operator</c>, <c>editor</c> or <c>admin</c>.</param>
/// <param name="IsDisabled">Whether nothing of theirs is accepted.</param>
/// <param name="CreatedAt">When they were added.</param>
/// <param name="LockedUntil">Until when no password is accepted; null when not locked.</param>
public sealed record UserView(string Name, string Role, bool IsDisabled, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil);
