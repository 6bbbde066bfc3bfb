using System.CommandLine;
using System.Text.RegularExpressions;
using Trawl.Api.Errors;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed partial class PluginNewCommand : TrawlCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The plugin's name: lower-case letters, digits and hyphens." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Its folder. Default: plugins/NAME.", HelpName = "folder" };

    public PluginNewCommand()
        : base("new", "Write a first plugin: a small C# project with a manifest and an example that tests it.", "trawl plugin new tidy")
    {
        Add(_name);
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
        return session.Answer(new PluginTools(session.Settings).Create(name, folder), CliJson.Readable.StringArray, files =>
        {
            foreach (var file in files)
            {
                session.Data.WriteLine(Path.Combine(folder, file));
            }

            session.Talk.Say("Next:");
            session.Talk.Say($"  dotnet build {Invocation.Quote(folder)}");
            session.Talk.Say($"  {session.Suggest("plugin", "check", folder)}");
        });
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Plain();
}
