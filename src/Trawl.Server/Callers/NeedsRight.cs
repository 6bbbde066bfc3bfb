using Trawl.Access.Users;

namespace Trawl.Server.Callers;

/// <summary>What an endpoint asks of its caller. An endpoint that does not say is closed to everybody.</summary>
/// <param name="right">The right; <see cref="Right.None"/> for an endpoint open to all.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsRight(Right right) : Attribute
{
    public Right Right { get; } = right;

    public override string ToString() => $"needs {Right}";
}
