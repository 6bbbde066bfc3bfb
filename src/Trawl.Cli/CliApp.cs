using System.CommandLine;
using System.CommandLine.Help;
using Trawl.Cli.Commands;
using Trawl.Cli.Commands.Access;
using Trawl.Cli.Commands.Pipelines;
using Trawl.Cli.Commands.Schedules;

namespace Trawl.Cli;

/// <summary>From arguments to an exit code.</summary>
internal static class CliApp
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Trawl collects data from the web on one machine and never loses its place.")
        {
            new InitCommand(),
            new ValidateCommand(),
            new RunCommand(),
            new ResumeCommand(),
            new RunsCommand(),
            new StatusCommand(),
            new ShowCommand(),
            new StopCommand(),
            new CancelCommand(),
            new ExportCommand(),
            new ExplainCommand(),
            new PageCommand(),
            new SelectCommand(),
            new FixtureCommand(),
            new TestCommand(),
            new ReplayCommand(),
            new CaptureCommand(),
            new DriftCommand(),
            new GraphCommand(),
            PipelineGroup.Make(),
            ScheduleCommand.Group(),
            new UpCommand(),
            new McpCommand(),
            AccessCommands.Users(),
            AccessCommands.Tokens(),
            AccessCommands.Audit(),
            new PluginCommand(),
            new CommandGroup("ipc", "Connections between processes.", new IpcTopCommand()),
            new DoctorCommand(),
            new ConfigCommand(),
            new DemoCommand(),
            new SchemaCommand(),
            new VersionCommand(),
            new ReferenceCommand(),
        };
        foreach (var option in GlobalOptions.All)
        {
            root.Add(option);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Understands a command line. An argument that begins with @, as @daily does, is no file of arguments.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args) =>
        Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            return WrongUsage(parsed);
        }

        try
        {
            // Signals are ours (StopSignals): the library would end the process under a run that is saving.
            var configuration = new InvocationConfiguration
            {
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, CancellationToken.None);
        }
        catch (IOException error) when (error.HResult == BrokenPipe)
        {
            // "trawl show … | head" has read what it wanted.
            return ExitCode.Ok;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"trawl: an error inside Trawl {VersionCommand.Version}. Please report it with these lines:");
            Console.Error.WriteLine(error);
            return ExitCode.Bug;
        }
    }

    private const int BrokenPipe = 32;

    private static int WrongUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine($"trawl: {error.Message}");
        }

        var command = parsed.CommandResult.Command;
        Console.Error.WriteLine(
            $"See \"{Invocation.Name} {(command is RootCommand ? "" : command.Name + " ")}--help\" for usage and an example.");
        return ExitCode.Usage;
    }
}
