using System.CommandLine;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineDiffCommand : TrawlCommand
{
    private readonly Argument<string> _name = PipelineNames.Name();
    private readonly Option<int> _from = new("--from") { Description = "The one version.", HelpName = "version", Required = true };
    private readonly Option<int?> _to = new("--to") { Description = "The other. Default: the current one.", HelpName = "version" };

    public PipelineDiffCommand()
        : base(
            "diff",
            "Show what changed between two versions of a saved pipeline.",
            "trawl pipeline diff shop --from 2",
            "trawl pipeline diff shop --from 1 --to 3")
    {
        Add(_name);
        Add(_from);
        Add(_to);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var request = new DiffPipelineRequest(parsed.GetRequiredValue(_name), parsed.GetRequiredValue(_from), parsed.GetValue(_to));
        return session.Answer(
            await session.Client.DiffPipelineAsync(request, CancellationToken.None), ApiJson.Readable.PipelineDiff, diff => Show(session, diff));
    }

    private static void Show(CliSession session, PipelineDiff diff)
    {
        foreach (var line in diff.Lines)
        {
            session.Data.WriteLine(line.Kind switch
            {
                "added" => session.Data.Style.Green($"+{SafeText.Line(line.Text)}"),
                "removed" => session.Data.Style.Red($"-{SafeText.Line(line.Text)}"),
                _ => $" {SafeText.Line(line.Text)}",
            });
        }

        session.Talk.Say(FormattableString.Invariant(
            $"Version {diff.From} to {diff.To}: {Amounts.Of(diff.Added, "line")} added, {Amounts.Of(diff.Removed, "line")} removed."));
    }
}
