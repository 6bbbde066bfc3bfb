using System.CommandLine;
using Trawl.Api.Explaining;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class ExplainCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Argument<string> _url = new("URL") { Description = "Any URL, whether the run met it or not." };

    public ExplainCommand()
        : base(
            "explain",
            "Say why a URL was fetched, skipped, called a duplicate, delayed or retried, or what would become of it.",
            "trawl explain last https://books.example/search?q=1")
    {
        Add(_run);
        Add(_url);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var result = await session.Client.ExplainAsync(
            new ExplainRequest(runId, parsed.GetRequiredValue(_url)), CancellationToken.None);
        return session.Answer(result, ApiJson.Readable.UrlExplanation, new ExplainView(session.Data).Write);
    }
}
