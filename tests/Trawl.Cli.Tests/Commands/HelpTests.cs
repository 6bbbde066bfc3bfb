using System.CommandLine;
using Trawl.Cli.Commands;

namespace Trawl.Cli.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Names => [.. Commands(CliApp.Root(), "").Select(c => c.Path)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_DescribesAndShowsAnExample(string path)
    {
        var output = new StringWriter();
        var parsed = CliApp.Parse([.. path.Split(' '), "--help"]);
        var code = parsed.Invoke(new InvocationConfiguration { Output = output });
        var command = (TrawlCommand)parsed.CommandResult.Command;

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(command.Description!, output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, e => Assert.Contains(e, output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_IsUnderstoodByTheParser(string path)
    {
        var command = Commands(CliApp.Root(), "").Single(c => c.Path == path).Command;
        foreach (var example in command.Examples)
        {
            var words = example.Split(" > ")[0].Split(" < ")[0].Split(" | ")[0].Split(' ');
            Assert.Equal("trawl", words[0]);
            Assert.Empty(CliApp.Parse(words[1..]).Errors);
        }
    }

    [Fact]
    public void EveryPromisedCommand_IsThere() =>
        Assert.Equal(
            [
                "audit list", "audit verify", "cancel", "capture", "config", "demo", "doctor", "drift", "explain", "export", "fixture", "graph", "init", "ipc top", "mcp", "page",
                "pipeline diff", "pipeline get", "pipeline list", "pipeline remove", "pipeline run", "pipeline save", "pipeline versions",
                "plugin check", "plugin list", "plugin new", "plugin run", "replay", "resume", "run", "runs",
                "schedule add", "schedule history", "schedule list", "schedule next", "schedule pause", "schedule remove", "schedule resume",
                "schema", "select", "show", "status", "stop", "test",
                "token add", "token list", "token revoke", "up", "user add", "user list", "user remove", "user set", "validate", "version",
            ],
            Commands(CliApp.Root(), "").Select(c => c.Path).Order(StringComparer.Ordinal));

    /// <summary>Commands by the words they are called with, those in groups too.</summary>
    private static IEnumerable<(string Path, TrawlCommand Command)> Commands(Command parent, string before) =>
        parent.Subcommands.Where(c => !c.Hidden).SelectMany(c => c is TrawlCommand command
            ? [(before + c.Name, command)]
            : Commands(c, $"{before}{c.Name} "));
}
