using Trawl.Cli.Commands;

namespace Trawl.Cli.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Names => [.. CliApp.Root().Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_DescribesAndShowsAnExample(string name)
    {
        var output = new StringWriter();
        var parsed = CliApp.Root().Parse([name, "--help"]);
        var code = parsed.Invoke(new System.CommandLine.InvocationConfiguration { Output = output });
        var command = (TrawlCommand)parsed.CommandResult.Command;

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(command.Description!, output.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, e => Assert.Contains(e, output.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_IsUnderstoodByTheParser(string name)
    {
        var command = CliApp.Root().Subcommands.OfType<TrawlCommand>().Single(c => c.Name == name);
        foreach (var example in command.Examples)
        {
            var words = example.Split(" > ")[0].Split(" | ")[0].Split(' ');
            Assert.Equal("trawl", words[0]);
            Assert.Empty(CliApp.Root().Parse(words[1..]).Errors);
        }
    }

    [Fact]
    public void EveryPromisedCommand_IsThere() =>
        Assert.Equal(
            ["cancel", "config", "demo", "doctor", "explain", "export", "fixture", "init", "page", "resume", "run", "runs", "schema", "select", "show", "test", "validate", "version"],
            CliApp.Root().Subcommands.Where(c => !c.Hidden).Select(c => c.Name).Order(StringComparer.Ordinal));
}
