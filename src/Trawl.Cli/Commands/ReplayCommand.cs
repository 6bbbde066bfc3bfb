using System.CommandLine;
using Trawl.Api.Replaying;
using Trawl.Api.Serialization;
using Trawl.Cli.Progress;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class ReplayCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Option<bool> _check = new("--check")
    {
        Description = "For CI: a run that has not reached its end is not enough (exit code 3).",
    };

    private readonly Option<int> _concurrency = new("--concurrency")
    {
        Description = "Pages worked on at once at most. What comes out does not depend on it.",
        HelpName = "n",
        DefaultValueFactory = _ => 32,
    };

    public ReplayCommand()
        : base(
            "replay",
            "Execute a recorded run again, from its capture and without the network, and hold every event against it.",
            "trawl replay last",
            "trawl replay last --check --json")
    {
        Add(_run);
        Add(_check);
        Add(_concurrency);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var request = new ReplayRunRequest(runId, parsed.GetValue(_concurrency));
        var result = await ShareBar.RunAsync(
            session.Talk, "Replaying", tell => session.Client.ReplayRunAsync(request, tell, CancellationToken.None));
        var code = session.Answer(result, ApiJson.Readable.ReplayRunResponse, new ReplayView(session).Write);
        return result.TryGet(out var replay, out _) ? CodeOf(replay, parsed.GetValue(_check)) : code;
    }

    private static int CodeOf(ReplayRunResponse replay, bool check) => replay.Verdict switch
    {
        ReplayVerdict.Diverged => ExitCode.Diverged,
        ReplayVerdict.Incomplete => ExitCode.Incomplete,
        _ => check && !replay.IsWhole ? ExitCode.Incomplete : ExitCode.Ok,
    };
}
