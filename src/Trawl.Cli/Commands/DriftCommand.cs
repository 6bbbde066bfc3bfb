using System.CommandLine;
using Trawl.Api.Drift;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class DriftCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    public DriftCommand()
        : base(
            "drift",
            "Show what got worse since earlier runs of the pipeline, and the numbers that were compared.",
            "trawl drift last",
            "trawl drift last --json") => Add(_run);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var report = await session.Client.ShowDriftAsync(new ShowDriftRequest(runId), CancellationToken.None);
        return session.Answer(report, ApiJson.Readable.DriftReport, new DriftReportView(session).Write);
    }
}
