using System.CommandLine;
using Trawl.Api.Runs;

namespace Trawl.Cli.Commands;

internal sealed class ResumeCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Option<bool> _strict = CommonArguments.Strict();

    public ResumeCommand()
        : base(
            "resume",
            "Go on with a run that was stopped or whose engine died. A finished run stays as it is.",
            "trawl resume last")
    {
        Add(_run);
        Add(_strict);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var resumed = await session.Client.ResumeRunAsync(new ResumeRunRequest(runId), CancellationToken.None);
        if (!resumed.TryGet(out var run, out var error))
        {
            return session.Refuse(error);
        }

        session.Talk.Debug($"Run {runId} was {RunWords.State(run.State)}; {(run.Started ? "resumed here" : "nothing to set going")}.");
        return await new RunFlow(session, runId, parsed.GetValue(_strict)).FollowAsync();
    }
}
