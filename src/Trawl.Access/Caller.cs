using Trawl.Access.Users;

namespace Trawl.Access;

/// <summary>Who calls, proven.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Rights">What this caller may do: those of the role, or fewer with a token.</param>
/// <param name="Means">How they proved it: <c>session</c>, <c>token:ID</c> or <c>local</c>.</param>
public sealed record Caller(string User, Right Rights, string Means)
{
    /// <summary>The person at the machine, who owns the home's files anyway.</summary>
    public static Caller Local { get; } = new("local", Users.Rights.Of(Role.Admin), "local");

    /// <summary>Whether the caller may do it.</summary>
    public bool May(Right right) => Rights.HasFlag(right);
}
