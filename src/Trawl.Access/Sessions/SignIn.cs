namespace Trawl.Access.Sessions;

/// <summary>What an attempt to sign in came to.</summary>
/// <param name="Secret">What the browser keeps as a cookie; null when refused.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="Refusal">Why not, without telling whether the user exists; null when signed in.</param>
/// <param name="LockedUntil">Until when no password is accepted; null when not locked.</param>
public sealed record SignIn(string? Secret, DateTimeOffset ExpiresAt, string? Refusal, DateTimeOffset? LockedUntil);
