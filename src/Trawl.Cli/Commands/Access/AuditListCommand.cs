using System.CommandLine;
using Trawl.Access;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Access;

internal sealed class AuditListCommand : AccessCommand
{
    private readonly Option<long> _after = new("--after") { Description = "Go on behind the page before.", HelpName = "number" };
    private readonly Option<int> _limit = CommonArguments.Limit(50);

    public AuditListCommand()
        : base("list", "List who did what, oldest first.", "trawl audit list --after 100", "trawl audit list --json")
    {
        Add(_after);
        Add(_limit);
    }

    protected override int Execute(CliSession session, AccessControl access, ParseResult parsed)
    {
        var entries = access.Audit.Read(parsed.GetValue(_after), parsed.GetValue(_limit));
        if (session.IsJson)
        {
            session.Data.WriteJson(entries, CliJson.Readable.IReadOnlyListAuditEntry);
            return ExitCode.Ok;
        }

        var table = new TextTable(
            new TextColumn("no.", IsRight: true), new TextColumn("when"), new TextColumn("who"), new TextColumn("did"),
            new TextColumn("to", MayShrink: true), new TextColumn("outcome"), new TextColumn("why", MayShrink: true));
        foreach (var entry in entries)
        {
            table.Add(
                Amounts.Count(entry.Sequence), Amounts.Time(entry.At), entry.Actor, entry.Action, entry.Target, entry.Outcome, entry.Detail);
        }

        session.Data.Write(table);
        return ExitCode.Ok;
    }
}
