using System.CommandLine;
using Trawl.Access;
using Trawl.Access.Users;

namespace Trawl.Cli.Commands.Access;

internal sealed class TokenAddCommand : AccessCommand
{
    private readonly Argument<string> _user = UserName();
    private readonly Option<string> _label = new("--label") { Description = "What it is for.", HelpName = "text", DefaultValueFactory = _ => "command line" };
    private readonly Option<string[]> _rights = new("--rights")
    {
        Description = "What it may do; all that its user may unless given.", HelpName = "read|operate|edit|administer", AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> _days = new("--days") { Description = "Days until it is refused; unless given it lasts.", HelpName = "number" };

    public TokenAddCommand()
        : base("add", "Make a token for a program. Its secret is printed to stdout, this once.", "trawl token add reports --rights read --days 90")
    {
        Add(_user);
        foreach (var option in (Option[])[_label, _rights, _days])
        {
            Add(option);
        }
    }

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var user = parsed.GetRequiredValue(_user);
        var names = parsed.GetValue(_rights) ?? [];
        if (!Rights.TryParse(names, out var rights, out var unknown))
        {
            return Refuse(session, new AccessProblem(
                AccessProblemKind.Invalid, $"\"{unknown}\" is no right.", "Rights are read, operate, edit and administer."));
        }

        var all = access.Users.Find(user) is { } found ? Rights.Of(found.Role) : Right.Read;
        var expires = parsed.GetValue(_days) is { } days ? session.Clock.GetUtcNow().AddDays(days) : (DateTimeOffset?)null;
        var made = access.Tokens.Create(user, parsed.GetRequiredValue(_label), names.Length == 0 ? all : rights, expires, out var problem);
        if (made is not null)
        {
            session.Data.WriteLine(made.Secret);
        }

        return Done(session, access, problem, "token.add", user, "Keep it; it is shown this once.");
    }
}
