using System.CommandLine;
using Trawl.Access;
using Trawl.Access.Users;

namespace Trawl.Cli.Commands.Access;

internal sealed class UserSetCommand : AccessCommand
{
    private readonly Argument<string> _name = UserName();
    private readonly Option<Role?> _role = RoleOption();
    private readonly Option<bool> _password = new("--password") { Description = "Ask for a new password; it ends the user's sessions." };
    private readonly Option<bool> _disable = new("--disable") { Description = "Accept nothing of the user any more." };
    private readonly Option<bool> _enable = new("--enable") { Description = "Accept the user again." };

    public UserSetCommand()
        : base("set", "Change a user's role or password, or shut one out.", "trawl user set ada --role editor", "trawl user set ada --disable")
    {
        Add(_name);
        foreach (var option in (Option[])[_role, _password, _disable, _enable])
        {
            Add(option);
        }
    }

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        var problem = parsed.GetValue(_role) is { } role ? access.Users.SetRole(name, role) : null;
        problem ??= parsed.GetValue(_disable) || parsed.GetValue(_enable) ? access.Users.SetDisabled(name, parsed.GetValue(_disable)) : null;
        problem ??= parsed.GetValue(_password)
            ? access.Users.SetPassword(name, PasswordPrompt.Read(session.Talk, $"New password for {name}: "))
            : null;
        return Done(session, access, problem, "user.change", name, $"{name} is changed.");
    }
}
