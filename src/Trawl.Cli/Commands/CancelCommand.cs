using System.CommandLine;
using Trawl.Api.Runs;

namespace Trawl.Cli.Commands;

internal sealed class CancelCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    public CancelCommand()
        : base(
            "cancel",
            "End a run for good and publish what it has collected. A finished run stays as it is.",
            "trawl cancel shop-20261121-7k3mq")
    {
        Add(_run);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var cancelled = await session.Client.CancelRunAsync(new CancelRunRequest(runId), CancellationToken.None);
        if (!cancelled.TryGet(out var change, out var error))
        {
            return session.Refuse(error);
        }

        if (!change.Accepted)
        {
            session.Talk.Say($"Run {runId} is {RunWords.State(change.State)} already; nothing was changed.");
        }

        var code = await new RunFlow(session, runId, strict: false).FollowAsync();
        // Being cancelled is what was asked for.
        return code == ExitCode.Stopped ? ExitCode.Ok : code;
    }
}
