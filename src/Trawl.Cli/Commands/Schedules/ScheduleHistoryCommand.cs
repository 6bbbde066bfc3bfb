using System.CommandLine;
using Trawl.Api.Schedules;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleHistoryCommand : TrawlCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "Only this schedule.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = CommonArguments.Limit(20);

    public ScheduleHistoryCommand()
        : base("history", "Show what became of each time that was due, the latest first.", "trawl schedule history", "trawl schedule history nightly --json")
    {
        Add(_name);
        Add(_limit);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var listed = await session.Client.ListFiringsAsync(
            new ListFiringsRequest(parsed.GetValue(_name), null, parsed.GetValue(_limit)), CancellationToken.None);
        if (!listed.TryGet(out var page, out var error))
        {
            return session.Refuse(error);
        }

        if (session.IsJson)
        {
            session.Data.WriteJson([.. page.Firings], CliJson.Readable.FiringInfoArray);
            return ExitCode.Ok;
        }

        var table = new TextTable(
            new TextColumn("due"), new TextColumn("schedule"), new TextColumn("became"), new TextColumn("run"), new TextColumn("why", MayShrink: true));
        foreach (var firing in page.Firings)
        {
            table.Add(Amounts.Time(firing.Due), firing.Schedule, firing.Outcome ?? firing.State, firing.RunId ?? "", firing.Reason ?? "");
        }

        session.Data.Write(table);
        return ExitCode.Ok;
    }
}
