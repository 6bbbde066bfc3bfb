using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Machine;
using Trawl.Api.Runs;
using Trawl.Cli.Summaries;
using Trawl.Model.Runs;

namespace Trawl.Cli.Commands;

internal sealed class StatusCommand : TrawlCommand
{
    public StatusCommand()
        : base(
            "status",
            "Show the runs under way, what the machine has, and what the governor makes of it.",
            "trawl status",
            "trawl status --json --server https://crawler.example:8443")
    {
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var governor = await session.Client.ShowGovernorAsync(new ShowGovernorRequest(), CancellationToken.None);
        if (!governor.TryGet(out var report, out var error))
        {
            return session.Refuse(error);
        }

        var listed = await session.Client.ListRunsAsync(new ListRunsRequest(RunState.Running, 100), CancellationToken.None);
        ApiResult<StatusDocument> status = listed.TryGet(out var runs, out error) ? new StatusDocument(report, runs.Runs) : error;
        return session.Answer(status, CliJson.Readable.StatusDocument, new StatusView(session).Write);
    }
}
