using System.CommandLine;
using Trawl.Access;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Access;

internal sealed class UserListCommand() : AccessCommand("list", "List the users.", "trawl user list", "trawl user list --json")
{
    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var users = access.Users.List();
        if (session.IsJson)
        {
            session.Data.WriteJson(users, CliJson.Readable.IReadOnlyListUser);
            return ExitCode.Ok;
        }

        var table = new TextTable(new TextColumn("user"), new TextColumn("role"), new TextColumn("state"), new TextColumn("since"));
        foreach (var user in users)
        {
            var state = user.IsDisabled ? "disabled" : user.LockedUntil > session.Clock.GetUtcNow() ? "locked" : "active";
            table.Add(user.Name, user.Role.ToString().ToLowerInvariant(), state, Amounts.Time(user.CreatedAt));
        }

        session.Data.Write(table);
        return ExitCode.Ok;
    }
}
