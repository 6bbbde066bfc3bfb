using System.CommandLine;
using Trawl.Api.Fixtures;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class FixtureCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Argument<string> _url = CommonArguments.RecordedUrl();
    private readonly Option<string?> _name = new("--name") { Description = "The test case's name; otherwise one is made of the URL.", HelpName = "text" };
    private readonly Option<string?> _pipeline = new("--pipeline")
    {
        Description = "The pipeline beside which it is kept; otherwise the run's.",
        HelpName = "file",
    };

    public FixtureCommand()
        : base(
            "fixture",
            "Make a test case of a recorded page, beside the pipeline: the page, and the records and links it gives.",
            "trawl fixture last https://books.example/p/17 --name hat")
    {
        Add(_run);
        Add(_url);
        Add(_name);
        Add(_pipeline);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var request = new WriteFixtureRequest
        {
            RunId = runId,
            Url = parsed.GetRequiredValue(_url),
            Name = parsed.GetValue(_name),
            Pipeline = parsed.GetValue(_pipeline) is { } file ? Path.GetFullPath(file) : null,
        };
        return session.Answer(
            await session.Client.WriteFixtureAsync(request, CancellationToken.None),
            ApiJson.Readable.WriteFixtureResponse,
            made =>
            {
                session.Data.WriteLine(made.Folder);
                session.Talk.Say($"{Amounts.Of(made.Records, "record")} and {Amounts.Of(made.Links, "link")} expected. "
                    + $"Look at {made.Files[^1]}, change it where it is wrong, then: {session.Suggest("test", "FILE")}");
            });
    }
}
