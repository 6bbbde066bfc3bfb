using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Replaying;
using Trawl.Api.Serialization;
using Trawl.Cli.Progress;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class ReplayCommand : TrawlCommand
{
    /// <summary>Records of each type and sort that a page shows; browsers are at ease with some tens of thousands.</summary>
    private const int MostOnPage = 20_000;

    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Option<bool> _check = new("--check")
    {
        Description = "For CI: a run that has not reached its end is not enough (exit code 3).",
    };

    private readonly Option<string?> _with = new("--with")
    {
        Description = "Instead, run this changed pipeline over what was recorded and show which records would be different.",
        HelpName = "file",
    };

    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();

    private readonly Option<string?> _html = new("--html")
    {
        Description = "With --with: write the differences as one self-contained page. A file that exists is replaced.",
        HelpName = "file",
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
            "Execute a recorded run again, without the network, and hold every event against it; or try a changed pipeline on it.",
            "trawl replay last",
            "trawl replay last --check --json",
            "trawl replay last --with books.yaml --html difference.html")
    {
        Add(_run);
        Add(_check);
        Add(_with);
        Add(_set);
        Add(_html);
        Add(_concurrency);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        if (parsed.GetValue(_with) is { } file)
        {
            return await TryAsync(session, parsed, runId, file);
        }

        return parsed.GetValue(_html) is null
            ? await ReplayAsync(session, parsed, runId)
            : session.Refuse(new ApiError(ApiErrorKind.InvalidRequest, "\"--html\" shows what \"--with\" finds; give both."));
    }

    private async Task<int> ReplayAsync(CliSession session, ParseResult parsed, string runId)
    {
        var request = new ReplayRunRequest(runId, parsed.GetValue(_concurrency));
        var result = await ShareBar.RunAsync(
            session.Talk, "Replaying", tell => session.Client.ReplayRunAsync(request, tell, CancellationToken.None));
        var code = session.Answer(result, ApiJson.Readable.ReplayRunResponse, new ReplayView(session).Write);
        return result.TryGet(out var replay, out _) ? CodeOf(replay, parsed.GetValue(_check)) : code;
    }

    private async Task<int> TryAsync(CliSession session, ParseResult parsed, string runId, string file)
    {
        if (!CommonArguments.Read(file, parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var limit = parsed.GetValue(_html) is null ? 1_000 : MostOnPage;
        var request = new TryPlanRequest(runId, source, limit, parsed.GetValue(_concurrency));
        var result = await ShareBar.RunAsync(
            session.Talk, "Trying", tell => session.Client.TryPlanAsync(request, tell, CancellationToken.None));
        var code = session.Answer(result, ApiJson.Readable.TryPlanResponse, new DiffView(session).Write);
        if (result.TryGet(out var diff, out _) && parsed.GetValue(_html) is { } html)
        {
            await File.WriteAllTextAsync(html, DiffPage.Write(diff, file));
            session.Talk.Say($"The differences are in {Path.GetFullPath(html)}.");
        }

        return code;
    }

    private static int CodeOf(ReplayRunResponse replay, bool check) => replay.Verdict switch
    {
        ReplayVerdict.Diverged => ExitCode.Diverged,
        ReplayVerdict.Incomplete => ExitCode.Incomplete,
        _ => check && !replay.IsWhole ? ExitCode.Incomplete : ExitCode.Ok,
    };
}
