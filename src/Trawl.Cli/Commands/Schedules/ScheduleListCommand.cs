using System.CommandLine;
using Trawl.Api.Schedules;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Schedules;

internal sealed class ScheduleListCommand() : TrawlCommand("list", "List the schedules.", "trawl schedule list", "trawl schedule list --json")
{
    private const int Most = 1_000;

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var listed = await session.Client.ListSchedulesAsync(new ListSchedulesRequest(Limit: Most), CancellationToken.None);
        if (!listed.TryGet(out var page, out var error))
        {
            return session.Refuse(error);
        }

        ScheduleDocument[] rows = [.. page.Schedules.Select(ScheduleDocument.Of)];
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

        return ExitCode.Ok;
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
