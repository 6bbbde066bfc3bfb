using System.CommandLine;
using Trawl.Api.Runs;

namespace Trawl.Cli.Commands;

internal sealed class StopCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Option<bool> _now = new("--now")
    {
        Description = "Break off what is under way; it is fetched again when the run is resumed.",
    };

    private readonly Option<double> _within = new("--within")
    {
        Description = "How long what is under way may take before it is broken off, in seconds, 0 to 3600.",
        HelpName = "seconds",
        DefaultValueFactory = _ => StopRunRequest.UsualGrace,
    };

    public StopCommand()
        : base(
            "stop",
            "Save a run and stop it, whoever executes it; \"trawl resume\" goes on.",
            "trawl stop last",
            "trawl stop shop-20261121-7k3mq --within 60")
    {
        Add(_run);
        Add(_now);
        Add(_within);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var stopped = await session.Client.StopRunAsync(
            new StopRunRequest(runId, parsed.GetValue(_now), parsed.GetValue(_within)), CancellationToken.None);
        if (!stopped.TryGet(out var change, out var error))
        {
            return session.Refuse(error);
        }

        if (!change.Accepted)
        {
            session.Talk.Say($"Nobody works on run {runId}, which is {RunWords.State(change.State)}; nothing was changed.");
        }

        var code = await new RunFlow(session, runId, strict: false).FollowAsync();
        // Being stopped is what was asked for.
        return code is ExitCode.Stopped or ExitCode.NotNow ? ExitCode.Ok : code;
    }
}
