using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed class PluginRunCommand : TrawlCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The plugin's folder." };

    private readonly Option<string?> _do = new("--do")
    {
        Description = "What it is to do; needed when it offers several kinds of work.", HelpName = "kind",
    };

    private readonly Option<string> _settings = new("--settings")
    {
        Description = "Its settings, as YAML or JSON; paths are relative to here.", HelpName = "map", DefaultValueFactory = _ => "{}",
    };

    private readonly Option<string> _url = new("--url") { Description = "Where the page was fetched from.", HelpName = "url", DefaultValueFactory = _ => "" };

    public PluginRunCommand()
        : base(
            "run",
            "Try a plugin: records, one JSON object a line, or a page on stdin; what it makes of them, one line each, on stdout.",
            "trawl plugin run plugins/tidy --settings '{mark:\"?\"}' < records.jsonl",
            "trawl plugin run plugins/prices --do extract --url https://books.example/list < list.txt")
    {
        Add(_folder);
        Add(_do);
        Add(_settings);
        Add(_url);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var trial = new PluginTrial
        {
            Folder = parsed.GetRequiredValue(_folder),
            Do = parsed.GetValue(_do),
            Settings = parsed.GetRequiredValue(_settings),
            Url = parsed.GetRequiredValue(_url),
            Lines = Lines(),
            Body = Body,
        };
        var result = await new PluginTools(session.Settings).RunAsync(trial, session.Data.WriteLine);
        if (!result.TryGet(out var done, out var refused))
        {
            return session.Refuse(refused);
        }

        session.Talk.Say($"{Amounts.Of(done.Answers, "answer")}{(done.Faults > 0 ? $", {Amounts.Of(done.Faults, "fault")}" : "")}");
        return done.Faults == 0 ? ExitCode.Ok : ExitCode.RunFailed;
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static byte[] Body()
    {
        using var input = Console.OpenStandardInput();
        using var body = new MemoryStream();
        input.CopyTo(body);
        return body.ToArray();
    }
}
