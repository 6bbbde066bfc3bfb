using System.CommandLine;
using Trawl.Api.Schedules;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleNextCommand : TrawlCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "Only this schedule.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = CommonArguments.Limit(10);

    public ScheduleNextCommand()
        : base("next", "Show the times that come next, daylight saving and jitter included.", "trawl schedule next", "trawl schedule next nightly --limit 30")
    {
        Add(_name);
        Add(_limit);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var next = await session.Client.NextTimesAsync(
            new NextTimesRequest(parsed.GetValue(_name), parsed.GetValue(_limit)), CancellationToken.None);
        if (!next.TryGet(out var times, out var error))
        {
            return session.Refuse(error);
        }

        if (session.IsJson)
        {
            session.Data.WriteJson([.. times.Times], CliJson.Readable.NextTimeArray);
            return ExitCode.Ok;
        }

        var table = new TextTable(new TextColumn("due"), new TextColumn("starts"), new TextColumn("schedule"));
        foreach (var time in times.Times)
        {
            table.Add(Amounts.Time(time.Due), Amounts.Time(time.NotBefore), time.Schedule);
        }

        session.Data.Write(table);
        return ExitCode.Ok;
    }
}
