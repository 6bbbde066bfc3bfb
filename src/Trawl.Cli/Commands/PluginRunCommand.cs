using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed class PluginRunCommand : TrawlCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The plugin's folder." };

    private readonly Option<string> _do = new("--do")
    {
        Description = "What it is to do: transform, enrich or validate.", HelpName = "kind", DefaultValueFactory = _ => "transform",
    };

    private readonly Option<string> _settings = new("--settings")
    {
        Description = "Its settings, as YAML or JSON.", HelpName = "map", DefaultValueFactory = _ => "{}",
    };

    public PluginRunCommand()
        : base(
            "run",
            "Send records through a plugin: one JSON object a line in on stdin, one out on stdout.",
            "trawl plugin run plugins/tidy --settings '{mark:\"?\"}' < records.jsonl")
    {
        Add(_folder);
        Add(_do);
        Add(_settings);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var result = await new PluginTools(session.Settings).RunAsync(
            parsed.GetRequiredValue(_folder), parsed.GetRequiredValue(_do), parsed.GetRequiredValue(_settings), Lines(), session.Data.WriteLine);
        return result.TryGet(out _, out var refused) ? ExitCode.Ok : session.Refuse(refused);
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
