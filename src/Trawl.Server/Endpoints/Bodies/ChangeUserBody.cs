namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Changes a user; what is null stays.</summary>
/// <param name="Role">The new role.</param>
/// <param name="IsDisabled">Whether to refuse everything of theirs.</param>
/// <param name="Password">The new password.</param>
public sealed record ChangeUserBody(string? Role = null, bool? IsDisabled = null, string? Password = null);
