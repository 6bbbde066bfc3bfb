using System.CommandLine;
using System.Globalization;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineVersionsCommand : TrawlCommand
{
    private readonly Argument<string> _name = PipelineNames.Name();
    private readonly Option<int> _limit = CommonArguments.Limit(20);
    private readonly Option<int?> _before = new("--before") { Description = "Go on below this version.", HelpName = "version" };

    public PipelineVersionsCommand()
        : base("versions", "List the versions of a saved pipeline, the newest first.", "trawl pipeline versions shop")
    {
        Add(_name);
        Add(_limit);
        Add(_before);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var request = new ListVersionsRequest(parsed.GetRequiredValue(_name), parsed.GetValue(_before), parsed.GetValue(_limit));
        return session.Answer(
            await session.Client.ListVersionsAsync(request, CancellationToken.None),
            ApiJson.Readable.VersionPage,
            page => session.Data.Write(Table(page)));
    }

    private static TextTable Table(VersionPage page)
    {
        var table = new TextTable(
            new TextColumn("version", IsRight: true), new TextColumn("saved"), new TextColumn("by"), new TextColumn("sha256"),
            new TextColumn("note", MayShrink: true));
        foreach (var version in page.Versions)
        {
            table.Add(
                version.Version.ToString(CultureInfo.InvariantCulture), Amounts.Time(version.SavedAt), version.SavedBy ?? "", version.Sha256[..12],
                version.Note ?? "");
        }

        return table;
    }
}
