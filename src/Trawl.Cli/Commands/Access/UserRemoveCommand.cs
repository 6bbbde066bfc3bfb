using System.CommandLine;
using Trawl.Access;

namespace Trawl.Cli.Commands.Access;

internal sealed class UserRemoveCommand : AccessCommand
{
    private readonly Argument<string> _name = UserName();

    public UserRemoveCommand()
        : base("remove", "Remove a user with all tokens and sessions. The audit journal keeps what they did.", "trawl user remove ada") => Add(_name);

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return Done(session, access, access.Users.Remove(name), "user.remove", name, $"{name} is removed.");
    }
}
