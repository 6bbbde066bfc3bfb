using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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

    private readonly Option<string[]> _from = new("--from")
    {
        Description = "Read web archives (WARC, WACZ, or a folder of them) instead of the network; may be repeated.",
        HelpName = "archive",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "With --from: of several captures of a URL the one nearest to this time, as in 2026-05-01. Default: the latest.",
        HelpName = "time",
        CustomParser = ParseTime,
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "With --from: begin with every page of the archives that is in scope, instead of the pipeline's start.",
    };

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Ask only for what changed since this completed run of the pipeline, or since its last one (\"last\").",
        HelpName = "run",
    };

    private readonly Option<bool> _full = new("--full")
    {
        Description = "Ask for every page, though the pipeline is incremental.",
    };

    public RunCommand()
        : base(
            "run",
            "Run a pipeline. Ctrl-C once saves and stops, twice stops at once; \"trawl resume\" goes on either way.",
            "trawl run books.yaml",
            "trawl run shop.yaml --set site=http://127.0.0.1:8080 --json",
            "trawl run books.yaml --since last",
            "trawl run news.yaml --from CC-MAIN-00001.warc.gz --all")
    {
        Add(_file);
        Add(_set);
        Add(_strict);
        Add(_key);
        Add(_from);
        Add(_at);
        Add(_all);
        Add(_since);
        Add(_full);
        Validators.Add(Check);
    }

    private void Check(CommandResult result)
    {
        var isFrom = result.GetValue(_from) is { Length: > 0 };
        if (!isFrom && (result.GetValue(_all) || result.GetResult(_at) is { Implicit: false }))
        {
            result.AddError("\"--all\" and \"--at\" go with \"--from\": name the archives.");
        }

        var isSince = result.GetValue(_since) is not null;
        if (isFrom ? isSince || result.GetValue(_full) : isSince && result.GetValue(_full))
        {
            result.AddError("Of \"--since\", \"--full\" and \"--from\" give one.");
        }
    }

    private static DateTimeOffset? ParseTime(ArgumentResult result)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time))
        {
            return time;
        }

        result.AddError($"\"{text}\" cannot be the value of \"--at\": write it as 2026-05-01 or 2026-05-01T12:00:00Z.");
        return null;
    }

    private ArchiveSource? Archives(ParseResult parsed)
    {
        var paths = parsed.GetRequiredValue(_from);
        return paths.Length == 0 ? null : new ArchiveSource([.. paths.Select(Path.GetFullPath)], parsed.GetValue(_at), parsed.GetValue(_all));
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!CommonArguments.Read(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var started = await session.Client.StartRunAsync(
            new StartRunRequest
            {
                Pipeline = source,
                IdempotencyKey = parsed.GetValue(_key),
                Archives = Archives(parsed),
                Since = parsed.GetValue(_since),
                Full = parsed.GetValue(_full),
            },
            CancellationToken.None);
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
