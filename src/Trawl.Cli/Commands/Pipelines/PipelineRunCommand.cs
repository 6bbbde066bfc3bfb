using System.CommandLine;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Runs;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineRunCommand : TrawlCommand
{
    private readonly Argument<string> _name = PipelineNames.NameAndVersion();
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();
    private readonly Option<bool> _strict = CommonArguments.Strict();
    private readonly Option<string?> _key = new("--key")
    {
        Description = "Names this start: started again with the same key, it is the same run.", HelpName = "text",
    };

    private readonly Option<string[]> _env = new("--env")
    {
        Description = "A variable of yours that the pipeline may see as ${env:NAME}; may be repeated.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    public PipelineRunCommand()
        : base("run", "Run a saved pipeline.", "trawl pipeline run shop", "trawl pipeline run shop@3 --set site=https://books.example")
    {
        Add(_name);
        foreach (var option in (Option[])[_set, _env, _key, _strict])
        {
            Add(option);
        }
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var (name, version) = PipelineNames.Read(parsed.GetRequiredValue(_name))!.Value;
        var variables = session.Settings.Variables;
        var started = await session.Client.StartRunAsync(
            new StartRunRequest
            {
                Saved = new SavedSource(name, version) { Set = parsed.GetRequiredValue(_set) },
                IdempotencyKey = parsed.GetValue(_key),
                Environment = parsed.GetRequiredValue(_env).Where(variables.ContainsKey).Distinct().ToDictionary(n => n, n => variables[n]),
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
