using System.CommandLine;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;
using Trawl.Model.Runs;

namespace Trawl.Cli.Commands;

internal sealed class RunsCommand : TrawlCommand
{
    private readonly Option<RunState?> _state = new("--state")
    {
        Description = "Only runs in this state; a stopped run is \"interrupted\".",
        HelpName = string.Join('|', Enum.GetNames<RunState>()).ToLowerInvariant(),
    };

    private readonly Option<int> _limit = CommonArguments.Limit(20);

    public RunsCommand()
        : base("runs", "List the runs of the home, newest first.", "trawl runs", "trawl runs --state interrupted --json")
    {
        Add(_state);
        Add(_limit);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var request = new ListRunsRequest(parsed.GetValue(_state), parsed.GetValue(_limit));
        var result = await session.Client.ListRunsAsync(request, CancellationToken.None);
        return session.Answer(result, ApiJson.Readable.ListRunsResponse, r => Show(session, r));
    }

    private static void Show(CliSession session, ListRunsResponse response)
    {
        if (response.Runs.Count == 0)
        {
            var home = session.Settings.Settings.Home;
            session.Talk.Say($"There is no such run in \"{home}\". Start one with \"{session.Suggest("run", "FILE")}\".");
        }
        else
        {
            session.Data.Write(Table(response.Runs));
        }

        foreach (var damaged in response.Damaged)
        {
            session.Talk.Error($"\"{damaged.Folder}\" holds no readable run: {damaged.Problem}");
        }
    }

    private static TextTable Table(IReadOnlyList<RunSummary> runs)
    {
        var table = new TextTable(
            new TextColumn("run"), new TextColumn("state"), new TextColumn("done", IsRight: true),
            new TextColumn("failed", IsRight: true), new TextColumn("queued", IsRight: true),
            new TextColumn("records", IsRight: true), new TextColumn("time", IsRight: true), new TextColumn("accepted", MayShrink: true));
        foreach (var run in runs)
        {
            table.Add(
                run.RunId, RunWords.State(run.State), Amounts.Count(run.Requests.Done), Amounts.Count(run.Requests.Failed),
                Amounts.Count(run.Requests.Queued + run.Requests.InFlight), Amounts.Count(run.Records),
                Amounts.Duration(run.ElapsedSeconds), Amounts.Time(run.AcceptedAt));
        }

        return table;
    }
}
