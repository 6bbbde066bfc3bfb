using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Trawl.Cli.Commands;

/// <summary>The usual help, and behind it how the command is really used.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override int Invoke(ParseResult parseResult)
    {
        var answer = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command is TrawlCommand command ? command.Examples : RootExamples;
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example}");
        }

        output.WriteLine();
        return answer;
    }

    public static IReadOnlyList<string> RootExamples { get; } =
        ["trawl demo", "trawl init https://books.example/ > books.yaml", "trawl run books.yaml"];
}
