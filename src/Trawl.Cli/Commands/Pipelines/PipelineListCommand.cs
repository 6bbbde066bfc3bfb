using System.CommandLine;
using System.Globalization;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineListCommand : TrawlCommand
{
    private readonly Option<int> _limit = CommonArguments.Limit(50);
    private readonly Option<string?> _after = new("--after") { Description = "Go on behind this name.", HelpName = "name" };

    public PipelineListCommand()
        : base("list", "List the saved pipelines.", "trawl pipeline list", "trawl pipeline list --json")
    {
        Add(_limit);
        Add(_after);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var request = new ListPipelinesRequest(parsed.GetValue(_after), parsed.GetValue(_limit));
        var page = await session.Client.ListPipelinesAsync(request, CancellationToken.None);
        return session.Answer(page, ApiJson.Readable.PipelinePage, p => Show(session, p));
    }

    private static void Show(CliSession session, PipelinePage page)
    {
        if (page.Pipelines.Count == 0)
        {
            session.Talk.Say($"There is no saved pipeline. Save one with \"{session.Suggest("pipeline", "save", "FILE")}\".");
            return;
        }

        var table = new TextTable(
            new TextColumn("pipeline"), new TextColumn("version", IsRight: true), new TextColumn("saved"), new TextColumn("by"),
            new TextColumn("note", MayShrink: true));
        foreach (var (name, current) in page.Pipelines)
        {
            table.Add(
                name, current.Version.ToString(CultureInfo.InvariantCulture), Amounts.Time(current.SavedAt), current.SavedBy ?? "", current.Note ?? "");
        }

        session.Data.Write(table);
    }
}
