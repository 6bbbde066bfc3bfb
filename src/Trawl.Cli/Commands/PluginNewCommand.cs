using System.CommandLine;
using System.Text.RegularExpressions;
using Trawl.Api.Errors;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed partial class PluginNewCommand : TrawlCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The plugin's name: lower-case letters, digits and hyphens." };
    private readonly Option<string> _kind = new("--kind", "-k")
    {
        Description = "What it does: transform, enrich or validate records, extract them from pages, parse pages, be a source of requests "
            + "or a sink of records.",
        HelpName = "kind",
        DefaultValueFactory = _ => "transform",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Its folder. Default: plugins/NAME.", HelpName = "folder" };

    public PluginNewCommand()
        : base(
            "new",
            "Write a first plugin: a small C# project with a manifest and an example that tests it.",
            "trawl plugin new tidy",
            "trawl plugin new warehouse --kind sink")
    {
        Add(_name);
        Add(_kind);
        Add(_output);
    }

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed) => Task.FromResult(Execute(session, parsed));

    private int Execute(CliSession session, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        if (!Plain().IsMatch(name))
        {
            return session.Refuse(new ApiError(
                ApiErrorKind.InvalidRequest,
                $"\"{name}\" is not the name of a plugin.",
                "Use lower-case letters, digits and hyphens, and begin with a letter."));
        }

        var folder = parsed.GetValue(_output) ?? Path.Combine("plugins", name);
        return session.Answer(
            PluginTools.Create(parsed.GetRequiredValue(_kind), name, folder), CliJson.Readable.NewPlugin, made => Show(session, made));
    }

    private static void Show(CliSession session, NewPlugin made)
    {
        foreach (var file in made.Files)
        {
            session.Data.WriteLine(file);
        }

        session.Talk.Say("Next:");
        session.Talk.Say($"  dotnet build {Invocation.Quote(made.Folder)}");
        session.Talk.Say($"  {session.Suggest("plugin", "check", made.Folder)}");
        session.Talk.Say("Then, in a pipeline:");
        foreach (var line in made.Use)
        {
            session.Talk.Say($"  {line}");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Plain();
}
