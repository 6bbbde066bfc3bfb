using System.CommandLine;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Access;

internal sealed class TokenListCommand() : AccessCommand("list", "List the tokens, without their secrets.", "trawl token list")
{
    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var tokens = access.Tokens.List(null);
        if (session.IsJson)
        {
            session.Data.WriteJson(tokens, CliJson.Readable.IReadOnlyListApiToken);
            return ExitCode.Ok;
        }

        var table = new TextTable(
            new TextColumn("token"), new TextColumn("user"), new TextColumn("rights"), new TextColumn("expires"),
            new TextColumn("last used"), new TextColumn("for", MayShrink: true));
        foreach (var token in tokens)
        {
            table.Add(token.Id, token.User, string.Join(' ', Rights.Names(token.Rights)), Time(token.ExpiresAt), Time(token.LastUsedAt), token.Label);
        }

        session.Data.Write(table);
        return ExitCode.Ok;
    }

    private static string Time(DateTimeOffset? time) => time is { } at ? Amounts.Time(at) : "never";
}
