using System.CommandLine;
using Trawl.Api.Runs;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class RunCommand : TrawlCommand
{
    private readonly Argument<string> _file = CommonArguments.Pipeline();
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();
    private readonly Option<bool> _strict = CommonArguments.Strict();
    private readonly Option<string?> _key = new("--key")
    {
        Description = "Names this start: started again with the same key, by whatever process, it is the same run.",
        HelpName = "text",
    };

    public RunCommand()
        : base(
            "run",
            "Run a pipeline. Ctrl-C once saves and stops, twice stops at once; \"trawl resume\" goes on either way.",
            "trawl run books.yaml",
            "trawl run shop.yaml --set site=http://127.0.0.1:8080 --json")
    {
        Add(_file);
        Add(_set);
        Add(_strict);
        Add(_key);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!CommonArguments.Read(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var started = await session.Client.StartRunAsync(
            new StartRunRequest { Pipeline = source, IdempotencyKey = parsed.GetValue(_key) }, CancellationToken.None);
        if (!started.TryGet(out var run, out var error))
        {
            return session.Refuse(error);
        }

        if (run.Warnings.Count > 0)
        {
            ErrorView.Write(session.Talk, run.Warnings);
        }

        session.Talk.Say(run.Created ? $"Run {run.RunId} started." : $"Run {run.RunId} has this key already; following it.");
        return await new RunFlow(session, run.RunId, parsed.GetValue(_strict)).FollowAsync();
    }
}
