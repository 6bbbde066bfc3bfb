namespace Trawl.Access.Users;

/// <summary>Somebody who may call. Passwords are never in it.</summary>
/// <param name="Name">3 to 64 of <c>a-z 0-9 . _ -</c>, beginning with a letter.</param>
/// <param name="Role">What they are there for.</param>
/// <param name="IsDisabled">Whether nothing of theirs is accepted any more.</param>
/// <param name="CreatedAt">When they were added.</param>
/// <param name="LockedUntil">Until when no password is accepted, after too many wrong ones; null when not locked.</param>
public sealed record User(string Name, Role Role, bool IsDisabled, DateTimeOffset CreatedAt, DateTimeOffset? LockedUntil);
