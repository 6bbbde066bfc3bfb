using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Scheduling.Store;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleListCommand() : ScheduleCommand("list", "List the schedules.", "trawl schedule list", "trawl schedule list --json")
{
    protected override Task<int> ExecuteAsync(CliSession session, ScheduleStore store, ParseResult parsed)
    {
        ScheduleDocument[] rows = [.. store.List().Select(row => ScheduleDocument.Of(row, session.Clock.GetUtcNow()))];
        if (session.IsJson)
        {
            session.Data.WriteJson(rows, CliJson.Readable.ScheduleDocumentArray);
        }
        else if (rows.Length == 0)
        {
            session.Talk.Say($"There is no schedule. Make one with \"{session.Suggest("schedule", "add", "FILE", "--cron", "0 6 * * *")}\".");
        }
        else
        {
            session.Data.Write(Table(rows));
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static TextTable Table(ScheduleDocument[] rows)
    {
        var table = new TextTable(
            new TextColumn("schedule"), new TextColumn("due"), new TextColumn("next"), new TextColumn("priority"), new TextColumn("overlap"),
            new TextColumn("missed"), new TextColumn("pipeline", MayShrink: true));
        foreach (var row in rows)
        {
            var next = row.Paused ? "paused" : row.Next is { } time ? Amounts.Time(time) : "";
            table.Add(row.Name, row.Due, next, $"{row.Priority}", row.Overlap, row.Missed, row.Pipeline);
        }

        return table;
    }
}
