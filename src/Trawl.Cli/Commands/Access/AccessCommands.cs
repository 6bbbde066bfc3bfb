namespace Trawl.Cli.Commands.Access;

/// <summary>Who may call a server: users, tokens, and what they did.</summary>
internal static class AccessCommands
{
    public static CommandGroup Users() => new(
        "user", "Users of a server.", new UserAddCommand(), new UserListCommand(), new UserSetCommand(), new UserRemoveCommand());

    public static CommandGroup Tokens() => new(
        "token", "Tokens with which programs call a server.", new TokenAddCommand(), new TokenListCommand(), new TokenRevokeCommand());

    public static CommandGroup Audit() => new(
        "audit", "Who did what through a server.", new AuditListCommand(), new AuditVerifyCommand());
}
