using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleHistoryCommand : ScheduleCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "Only this schedule.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = CommonArguments.Limit(20);

    public ScheduleHistoryCommand()
        : base("history", "Show what became of each time that was due, the latest first.", "trawl schedule history", "trawl schedule history nightly --json")
    {
        Add(_name);
        Add(_limit);
    }

    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        var firings = store.History(parsed.GetValue(_name), parsed.GetValue(_limit));
        if (session.IsJson)
        {
            session.Data.WriteJson(firings, CliJson.Readable.IReadOnlyListFiring);
            return Task.FromResult(ExitCode.Ok);
        }

        var table = new TextTable(
            new TextColumn("due"), new TextColumn("schedule"), new TextColumn("became"), new TextColumn("run"), new TextColumn("why", MayShrink: true));
        foreach (var firing in firings)
        {
            var became = firing.Outcome?.ToString() ?? firing.State.ToString();
            table.Add(Amounts.Time(firing.Due), firing.Schedule, became.ToLowerInvariant(), firing.RunId ?? "", firing.Reason ?? "");
        }

        session.Data.Write(table);
        return Task.FromResult(ExitCode.Ok);
    }
}
