using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleNextCommand : ScheduleCommand
{
    private readonly Argument<string?> _name = new("NAME") { Description = "Only this schedule.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _limit = CommonArguments.Limit(10);

    public ScheduleNextCommand()
        : base("next", "Show the times that come next, daylight saving and jitter included.", "trawl schedule next", "trawl schedule next nightly --limit 30")
    {
        Add(_name);
        Add(_limit);
    }

    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        var name = parsed.GetValue(_name);
        ScheduleRow[] rows = [.. store.List().Where(r => name is null || r.Schedule.Name == name)];
        if (name is not null && rows.Length == 0)
        {
            return Done(session, isThere: false, name, "");
        }

        var limit = parsed.GetValue(_limit);
        NextDocument[] next = [.. rows.Where(r => !r.IsPaused).SelectMany(r => Times(r, session.Clock.GetUtcNow(), limit)).OrderBy(n => n.Due).Take(limit)];
        if (session.IsJson)
        {
            session.Data.WriteJson(next, CliJson.Readable.NextDocumentArray);
        }
        else
        {
            var table = new TextTable(new TextColumn("due"), new TextColumn("starts"), new TextColumn("schedule"));
            Array.ForEach(next, n => table.Add(Amounts.Time(n.Due), Amounts.Time(n.NotBefore), n.Schedule));
            session.Data.Write(table);
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static IEnumerable<NextDocument> Times(ScheduleRow row, DateTimeOffset now, int limit)
    {
        var at = DueTimes.Next(row.Schedule.Trigger, row.MadeAt, now);
        for (var i = 0; i < limit && at is { } due; i++)
        {
            yield return new NextDocument(row.Schedule.Name, due, due + DueTimes.PutOff(row.Schedule, due));
            at = DueTimes.Next(row.Schedule.Trigger, row.MadeAt, due);
        }
    }
}
