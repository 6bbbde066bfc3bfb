using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Graphs;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class GraphCommand : TrawlCommand
{
    private readonly Argument<string> _what = new("FILE|RUN") { Description = "A pipeline's file, a run's id, or \"last\"." };
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();

    public GraphCommand()
        : base(
            "graph",
            "Draw a pipeline, or the plan of a run: Mermaid text, which many editors and pages show as a picture.",
            "trawl graph books.yaml",
            "trawl graph last --json")
    {
        Add(_what);
        Add(_set);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed) =>
        (await RequestAsync(session, parsed)).TryGet(out var request, out var error)
            ? session.Answer(
                await session.Client.ShowGraphAsync(request, CancellationToken.None),
                ApiJson.Readable.PlanGraph,
                graph => session.Data.WriteText(MermaidText.Of(graph)))
            : session.Refuse(error);

    private async Task<ApiResult<ShowGraphRequest>> RequestAsync(CliSession session, ParseResult parsed)
    {
        var what = parsed.GetRequiredValue(_what);
        if (what.EndsWith(".yaml", StringComparison.Ordinal) || what.EndsWith(".yml", StringComparison.Ordinal) || File.Exists(what))
        {
            return CommonArguments.Read(what, parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread)
                ? new ShowGraphRequest { Pipeline = source }
                : unread;
        }

        return (await session.FindRunAsync(what)).TryGet(out var run, out var unknown) ? new ShowGraphRequest { RunId = run } : unknown;
    }
}
