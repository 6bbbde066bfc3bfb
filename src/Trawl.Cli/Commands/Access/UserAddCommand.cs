using System.CommandLine;
using Trawl.Access;
using Trawl.Access.Users;

namespace Trawl.Cli.Commands.Access;

internal sealed class UserAddCommand : AccessCommand
{
    private readonly Argument<string> _name = UserName();
    private readonly Option<Role?> _role = RoleOption();
    private readonly Option<bool> _noPassword = new("--no-password") { Description = "For one who only uses tokens." };

    public UserAddCommand()
        : base("add", "Add a user. The password is asked for, or read from stdin.", "trawl user add ada --role admin", "trawl user add reports --no-password")
    {
        Add(_name);
        Add(_role);
        Add(_noPassword);
    }

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        var role = parsed.GetValue(_role) ?? Role.Viewer;
        var password = parsed.GetValue(_noPassword) ? null : PasswordPrompt.Read(session.Talk, $"Password for {name}: ");
        var problem = access.Users.Add(name, role, password);
        return Done(session, access, problem, "user.add", name, $"{name} may call as {role.ToString().ToLowerInvariant()}.");
    }
}
