using System.CommandLine;
using Trawl.Api.Fixtures;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class TestCommand : TrawlCommand
{
    private readonly Argument<string> _file = CommonArguments.Pipeline();
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();
    private readonly Option<string?> _name = new("--name") { Description = "Only test cases with this in their name.", HelpName = "text" };
    private readonly Option<bool> _update = new("--update") { Description = "Expect from now on what the pipeline gives; shows what changed." };

    public TestCommand()
        : base(
            "test",
            "Run a pipeline's test cases (trawl fixture makes them), without the network. Exit code 3 when one fails.",
            "trawl test books.yaml",
            "trawl test books.yaml --update")
    {
        Add(_file);
        Add(_set);
        Add(_name);
        Add(_update);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!CommonArguments.Read(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var request = new TestPipelineRequest
        {
            Pipeline = source,
            Name = parsed.GetValue(_name),
            Update = parsed.GetValue(_update),
        };
        var result = await session.Client.TestPipelineAsync(request, CancellationToken.None);
        var code = session.Answer(result, ApiJson.Readable.TestPipelineResponse, new TestView(session.Data).Write);
        var isBad = result.TryGet(out var tested, out _) && tested.Cases.Any(c => c.Outcome is TestOutcome.Failed or TestOutcome.Broken);
        return isBad ? ExitCode.Incomplete : code;
    }
}
